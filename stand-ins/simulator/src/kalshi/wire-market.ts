import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import {
  getCreatedAtMs,
  getDeterminedOutcome,
  getListedCloseAtMs,
  type SimulatedStatus,
} from '../market/market-status.ts';
import { toPriceRanges } from '../market/price-ladder.ts';
import type { SimulatedMarket, SimulatedStrike } from '../market/simulated-market.ts';
import { toWireBook } from './wire-book.ts';
import { formatWirePrice, formatWireTime } from './wire-formats.ts';
import { toWireVolume } from './wire-volume.ts';

export type WireMarket = Readonly<Record<string, unknown>> & { readonly ticker: string };

const undetermined: ReadonlySet<SimulatedStatus> = new Set(['initialized', 'active', 'closed']);
const DAY_MS = 86_400_000;
const HARD_LIMIT_AFTER_MS = 7 * DAY_MS;

/** The market object of Kalshi's API at an instant. `status` is the market's status then. */
export function toWireMarket(market: SimulatedMarket, status: SimulatedStatus, nowMs: number): WireMarket {
  const ladder = market.quotes.kind === 'drifting' ? market.quotes.ladder : 'linear_cent';
  const closesAtMs = getListedCloseAtMs(market, nowMs);
  const latestMs = Math.max(closesAtMs, market.expectedExpirationAtMs) + HARD_LIMIT_AFTER_MS;
  return {
    ticker: market.ticker,
    event_ticker: market.eventTicker,
    market_type: market.marketType,
    title: market.title,
    yes_sub_title: market.yesSubTitle,
    no_sub_title: market.noSubTitle,
    status,
    ...toWireResult(market, status, nowMs),
    created_time: formatWireTime(getCreatedAtMs(market)),
    updated_time: formatWireTime(Math.max(getCreatedAtMs(market), Math.min(nowMs, market.settlesAtMs))),
    open_time: formatWireTime(market.opensAtMs),
    close_time: formatWireTime(closesAtMs),
    expected_expiration_time: formatWireTime(market.expectedExpirationAtMs),
    expiration_time: formatWireTime(latestMs),
    latest_expiration_time: formatWireTime(latestMs),
    occurrence_datetime: formatWireTime(market.expectedExpirationAtMs),
    settlement_timer_seconds: Math.round((market.settlesAtMs - market.determinedAtMs) / 1000),
    can_close_early: true,
    early_close_condition: 'This market will close early if the outcome is known sooner.',
    notional_value_dollars: '1.0000',
    ...toWireBook(market, nowMs),
    ...toWireVolume(market, nowMs),
    price_level_structure: ladder,
    price_ranges: toPriceRanges(ladder),
    ...toWireStrike(market.strike),
    rules_primary: market.rulesPrimary,
    rules_secondary: market.rulesSecondary,
    settlement_bounds_type: 'default',
    exchange_index: 0,
  };
}

/** Result from the determination on, value and time of the settlement once it is final. */
function toWireResult(
  market: SimulatedMarket,
  status: SimulatedStatus,
  nowMs: number,
): Readonly<Record<string, string>> {
  if (undetermined.has(status)) return { result: '', expiration_value: '' };
  const outcome = getDeterminedOutcome(market, nowMs);
  const settlement = status === 'finalized' ? { settlement_ts: formatWireTime(market.settlesAtMs) } : {};
  if (outcome.kind === 'unresolvable') return { result: 'scalar', expiration_value: '', ...settlement };
  const result = toResultText(outcome.valueMicros);
  const isValueShown = nowMs >= (market.valueShownFromMs ?? 0);
  const value = isValueShown ? { settlement_value_dollars: formatWirePrice(outcome.valueMicros) } : {};
  const expirationValue = { yes: 'Yes', no: 'No', scalar: '' }[result];
  return { result, expiration_value: expirationValue, ...(status === 'finalized' ? { ...settlement, ...value } : {}) };
}

function toResultText(valueMicros: number): 'yes' | 'no' | 'scalar' {
  if (valueMicros === MICROS_PER_UNIT) return 'yes';
  return valueMicros === 0 ? 'no' : 'scalar';
}

function toWireStrike(strike: SimulatedStrike | null): Readonly<Record<string, unknown>> {
  if (strike === null) return { strike_type: 'structured', custom_strike: {} };
  const floor = 'floor' in strike ? { floor_strike: strike.floor } : {};
  const cap = 'cap' in strike ? { cap_strike: strike.cap } : {};
  return { strike_type: strike.type, ...floor, ...cap };
}
