import { assertNever } from '@coliseum/domain/assert';
import type { Answer } from '../fault-effect.ts';
import { marketWireKinds, type MarketWireKind } from '../fault-kinds.ts';
import { isJsonObject } from '../json-fields.ts';

type FindKind = (ticker: string) => string | null;

/** An answer of Kalshi with its markets' standing faults, wherever in the answer the markets are. */
export function changeMarkets(answer: Answer, findKind: FindKind): Answer {
  const changed: Record<string, unknown> = { ...answer };
  const { market, markets, event, events } = answer;
  if (market !== undefined) changed['market'] = changeMarket(market, findKind);
  if (Array.isArray(markets)) changed['markets'] = markets.map((one: unknown) => changeMarket(one, findKind));
  if (isJsonObject(event)) changed['event'] = changeMarkets(event, findKind);
  if (Array.isArray(events)) changed['events'] = events.filter(isJsonObject).map((one) => changeMarkets(one, findKind));
  return changed;
}

function changeMarket(market: unknown, findKind: FindKind): unknown {
  if (!isJsonObject(market)) return market;
  const found = findKind(String(market['ticker']));
  const kind = marketWireKinds.find((candidate) => candidate === found);
  return kind === undefined ? market : applyKind(market, kind);
}

function applyKind(market: Answer, kind: MarketWireKind): Answer {
  switch (kind) {
    case 'no-quotes':
      return { ...market, ...emptyBook };
    case 'wide-quotes':
      return { ...market, ...wideBook };
    case 'stale-trade':
      return { ...market, ...staleTrade };
    case 'over':
      return { ...market, status: 'determined', result: 'yes' };
    case 'four-decimals':
      return Object.fromEntries(Object.entries(market).map(([name, value]) => [name, addDecimals(name, value)]));
    case 'unknown-words':
      return { ...market, ...futureFieldValues };
    case 'unreadable-price':
      return { ...market, yes_bid_dollars: 'thirty cents' };
    case 'microsecond-times':
      return Object.fromEntries(Object.entries(market).map(([name, value]) => [name, addMicroseconds(value)]));
    case 'contradicting-words':
      return contradict(market);
    default:
      return assertNever(kind);
  }
}

/** A finalized market whose value is not that of its result. */
function contradict(market: Answer): Answer {
  if (market['status'] !== 'finalized') return market;
  return { ...market, settlement_value_dollars: market['result'] === 'yes' ? '0.0000' : '1.0000' };
}

const emptyBook: Answer = {
  yes_bid_dollars: '0.0000',
  yes_ask_dollars: '1.0000',
  no_bid_dollars: '0.0000',
  no_ask_dollars: '1.0000',
  yes_bid_size_fp: '0.00',
  yes_ask_size_fp: '0.00',
};

/** Both sides quote, but nobody means it. */
const wideBook: Answer = {
  yes_bid_dollars: '0.0100',
  yes_ask_dollars: '0.9900',
  no_bid_dollars: '0.0100',
  no_ask_dollars: '0.9900',
};

/** The last trade was long before what is offered now. */
const staleTrade: Answer = {
  yes_bid_dollars: '0.0000',
  yes_ask_dollars: '0.0400',
  no_bid_dollars: '0.9600',
  no_ask_dollars: '1.0000',
  last_price_dollars: '0.4000',
};

/** A count with two places becomes one with four. */
function addDecimals(name: string, value: unknown): unknown {
  return name.endsWith('_fp') && typeof value === 'string' ? `${value}00` : value;
}

/** Values and fields that are in no contract yet. */
const futureFieldValues: Answer = {
  status: 'under_review',
  result: 'annulled',
  market_type: 'perpetual',
  price_level_structure: 'quantum_cent',
  strike_type: 'imaginary',
  review_panel: { members: ['A', 'B'], quorum: 2 },
  is_on_holiday: true,
};

const WHOLE_SECONDS = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/;

/** A time in the form of some of Kalshi's, with six digits after the second: the same second, a little later. */
function addMicroseconds(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(WHOLE_SECONDS, '$1.000249Z') : value;
}
