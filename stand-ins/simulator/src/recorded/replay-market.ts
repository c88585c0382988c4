import { toLockTime } from '@coliseum/domain/match-date';
import { MICROS_PER_UNIT, toMicros } from '@coliseum/domain/price';
import { createRandomSource } from '../invented/random-source.ts';
import { clamp, fromLogit, logit } from '../market/logit.ts';
import type { SimulatedMarket, SimulatedOutcome, SimulatedStrike } from '../market/simulated-market.ts';
import { readListedCloseTime } from './real-close-time.ts';
import type { RecordedMarket } from './recorded-market.ts';
import type { RecordedRow } from './recorded-row.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const UNKNOWN_VOLUME = 1000;

/** A recorded market's life: at its recorded quote until the real close, then its recorded outcome. */
export function replayMarket(recorded: RecordedMarket, seed: string): SimulatedMarket {
  const { row, quote } = recorded;
  const closesAtMs = recorded.realCloseTime.getTime();
  const settlesAtMs = computeSettlementMs(row, closesAtMs);
  const outcome = readOutcome(row);
  const random = createRandomSource(`coliseum/simulator/${seed}/recorded/${recorded.ticker}`);
  const strike = readStrike(row);
  const yesSubTitle = row.yes_sub_title ?? describeStrike(strike) ?? takeLastPart(recorded.ticker);
  return {
    ticker: recorded.ticker,
    eventTicker: row.event_ticker,
    title: row.title ?? row.event_title ?? recorded.ticker,
    yesSubTitle,
    noSubTitle: yesSubTitle,
    rulesPrimary: row.rules_primary ?? '',
    rulesSecondary: '',
    marketType: row.market_type === 'scalar' ? 'scalar' : 'binary',
    strike,
    opensAtMs: computeOpeningMs(recorded),
    ...deriveListedTimes(row, closesAtMs),
    closesAtMs,
    closeAnnouncedAtMs: closesAtMs,
    determinedAtMs: Math.max(closesAtMs, settlesAtMs - MINUTE_MS),
    settlesAtMs,
    outcome,
    latentProbability: blendOutcomeWithPrice(random.normal(), outcome, quote.priceMicros),
    quotes: {
      kind: 'constant',
      bidMicros: quote.bidMicros,
      askMicros: quote.askMicros,
      lastMicros: quote.priceMicros,
    },
    lifetimeVolume: Math.round(row.volume ?? UNKNOWN_VOLUME),
    salt: random.salt(),
  };
}

/** Listed times of which the earlier one, the close that a careful reader takes as decisive, is the real close. */
function deriveListedTimes(
  row: RecordedRow,
  closesAtMs: number,
): Pick<SimulatedMarket, 'listedCloseAtMs' | 'expectedExpirationAtMs'> {
  const listedMs = Math.max(readListedCloseTime(row)?.getTime() ?? closesAtMs, closesAtMs);
  const expectedMs = row.expected_expiration_time == null ? closesAtMs : Date.parse(row.expected_expiration_time);
  return {
    listedCloseAtMs: listedMs,
    expectedExpirationAtMs: listedMs > closesAtMs ? closesAtMs : Math.max(expectedMs, closesAtMs),
  };
}

/** Open for two days before its lock where the recording has no opening time, and by the time of the recorded quote. */
function computeOpeningMs(recorded: RecordedMarket): number {
  if (recorded.openTime !== null) return recorded.openTime.getTime();
  return Math.min(recorded.quote.observedAt.getTime(), toLockTime(recorded.matchDate).getTime() - 2 * DAY_MS);
}

/** The recorded settlement where it is known and after the close; else five minutes after all trading had ended. */
function computeSettlementMs(row: RecordedRow, closesAtMs: number): number {
  const recordedMs = row.settlement_ts == null ? 0 : Date.parse(row.settlement_ts);
  if (recordedMs > closesAtMs) return recordedMs;
  const lastTradeMs = row.close_time_basis === 'after_settlement' ? Date.parse(row.close_time) : 0;
  return Math.max(closesAtMs, lastTradeMs) + 5 * MINUTE_MS;
}

function readOutcome(row: RecordedRow): SimulatedOutcome {
  const paid = row.settlement_value_dollars;
  if (paid != null) return { kind: 'value', valueMicros: toMicros(paid) };
  if (row.result === 'scalar') return { kind: 'unresolvable' };
  return { kind: 'value', valueMicros: row.result === 'yes' ? MICROS_PER_UNIT : 0 };
}

function readStrike(row: RecordedRow): SimulatedStrike | null {
  const { floor_strike: floor, cap_strike: cap } = row;
  if (floor != null && cap != null) return { type: 'between', floor, cap };
  if (floor != null) return { type: 'greater', floor };
  return cap == null ? null : { type: 'less', cap };
}

function describeStrike(strike: SimulatedStrike | null): string | null {
  if (strike?.type === 'between') return `${strike.floor} to ${strike.cap}`;
  if (strike?.type === 'greater') return `Above ${strike.floor}`;
  return strike?.type === 'less' ? `Below ${strike.cap}` : null;
}

/** What distinguishes the markets of an event where the recording has no text for it. */
function takeLastPart(ticker: string): string {
  return ticker.slice(ticker.lastIndexOf('-') + 1);
}

/** Nobody knows a past chance: the crowd's price, moved a little and noisily towards what happened. */
function blendOutcomeWithPrice(noise: number, outcome: SimulatedOutcome, priceMicros: number): number {
  const lean = outcome.kind === 'value' ? (outcome.valueMicros / MICROS_PER_UNIT - 0.5) * 0.2 : 0;
  return clamp(fromLogit(logit(priceMicros / MICROS_PER_UNIT) + lean + noise * 0.35), 0.01, 0.99);
}
