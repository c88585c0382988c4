import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { createdAtMs, determinedOutcome, listedCloseAtMs, type SimulatedStatus } from '../market/market-status.ts';
import { priceRanges } from '../market/price-ladder.ts';
import type { SimulatedMarket, SimulatedStrike } from '../market/simulated-market.ts';
import { wireBook } from './wire-book.ts';
import { wirePrice, wireTime } from './wire-formats.ts';
import { wireVolume } from './wire-volume.ts';

export type WireMarket = Readonly<Record<string, unknown>> & { readonly ticker: string };

const undetermined: ReadonlySet<SimulatedStatus> = new Set(['initialized', 'active', 'closed']);
const DAY_MS = 86_400_000;
const HARD_LIMIT_AFTER_MS = 7 * DAY_MS;

/** The market object of Kalshi's API at an instant. `status` is the market's status then. */
export function wireMarket(market: SimulatedMarket, status: SimulatedStatus, nowMs: number): WireMarket {
  const ladder = market.quotes.kind === 'drifting' ? market.quotes.ladder : 'linear_cent';
  const closesAtMs = listedCloseAtMs(market, nowMs);
  const latestMs = Math.max(closesAtMs, market.expectedExpirationAtMs) + HARD_LIMIT_AFTER_MS;
  return {
    ticker: market.ticker,
    event_ticker: market.eventTicker,
    market_type: market.marketType,
    title: market.title,
    yes_sub_title: market.yesSubTitle,
    no_sub_title: market.noSubTitle,
    status,
    ...wireResult(market, status, nowMs),
    created_time: wireTime(createdAtMs(market)),
    updated_time: wireTime(Math.max(createdAtMs(market), Math.min(nowMs, market.settlesAtMs))),
    open_time: wireTime(market.opensAtMs),
    close_time: wireTime(closesAtMs),
    expected_expiration_time: wireTime(market.expectedExpirationAtMs),
    expiration_time: wireTime(latestMs),
    latest_expiration_time: wireTime(latestMs),
    occurrence_datetime: wireTime(market.expectedExpirationAtMs),
    settlement_timer_seconds: Math.round((market.settlesAtMs - market.determinedAtMs) / 1000),
    can_close_early: true,
    early_close_condition: 'This market will close early if the outcome is known sooner.',
    notional_value_dollars: '1.0000',
    ...wireBook(market, nowMs),
    ...wireVolume(market, nowMs),
    price_level_structure: ladder,
    price_ranges: priceRanges(ladder),
    ...wireStrike(market.strike),
    rules_primary: market.rulesPrimary,
    rules_secondary: market.rulesSecondary,
    settlement_bounds_type: 'default',
    exchange_index: 0,
  };
}

/** Result from the determination on, value and time of the settlement once it is final. */
function wireResult(market: SimulatedMarket, status: SimulatedStatus, nowMs: number): Readonly<Record<string, string>> {
  if (undetermined.has(status)) return { result: '', expiration_value: '' };
  const outcome = determinedOutcome(market, nowMs);
  const settlement = status === 'finalized' ? { settlement_ts: wireTime(market.settlesAtMs) } : {};
  if (outcome.kind === 'unresolvable') return { result: 'scalar', expiration_value: '', ...settlement };
  const result = resultWord(outcome.valueMicros);
  const value = { settlement_value_dollars: wirePrice(outcome.valueMicros) };
  const expirationValue = { yes: 'Yes', no: 'No', scalar: '' }[result];
  return { result, expiration_value: expirationValue, ...(status === 'finalized' ? { ...settlement, ...value } : {}) };
}

function resultWord(valueMicros: number): 'yes' | 'no' | 'scalar' {
  if (valueMicros === MICROS_PER_UNIT) return 'yes';
  return valueMicros === 0 ? 'no' : 'scalar';
}

function wireStrike(strike: SimulatedStrike | null): Readonly<Record<string, unknown>> {
  if (strike === null) return { strike_type: 'structured', custom_strike: {} };
  const floor = 'floor' in strike ? { floor_strike: strike.floor } : {};
  const cap = 'cap' in strike ? { cap_strike: strike.cap } : {};
  return { strike_type: strike.type, ...floor, ...cap };
}
