import { append, toArray, type Chain } from '../chain.ts';
import { areClosed, findScoredValue } from '../complete-days.ts';
import type { Interval } from '../evidence/evidence.ts';
import { toInterval } from '../evidence/fixed-sample.ts';
import { SQUARED_MICROS } from '../forecast.ts';
import type { MatchDay, PricedMarket } from '../match-day.ts';
import { sampleRandomControl } from '../random-control.ts';

type DrawnControl = { readonly date: string; readonly tickers: readonly string[] };
type ControlDifference = { readonly date: string; readonly difference: number };

/** The control up to a moment: additive by match day. */
export type ControlState = {
  /** Days whose lot was drawn, and the control of each that has one. */
  readonly drawnDays: number;
  readonly drawn: Chain<DrawnControl>;
  /** Days before the first on which either five is not closed, and the difference of each that has one. */
  readonly closedDays: number;
  readonly differences: Chain<ControlDifference>;
};

export const NO_CONTROL: ControlState = { drawnDays: 0, drawn: null, closedDays: 0, differences: null };

/** "Were today's five harder than five drawn by lot?" (scoring.md S6.3). */
export type ControlFigures = {
  /** By date, in the order the lot fell. */
  readonly drawn: Readonly<Record<string, readonly string[]>>;
  /** By date: the Crowd's Brier score on the selected five minus that on the drawn five. */
  readonly differences: Readonly<Record<string, number>>;
  readonly days: number;
  readonly mean: number | null;
  /** Fixed-sample 95 %, null under two days. */
  readonly interval: Interval | null;
};

/** Brings the control up to a moment. `days` are all days so far, in date order. */
export function advanceControl(state: ControlState, days: readonly MatchDay[], asOf: Date): ControlState {
  let { drawn, closedDays, differences } = state;
  for (const day of days.slice(state.drawnDays)) {
    const tickers = drawTickers(day);
    if (tickers.length > 0) drawn = append(drawn, { date: day.date, tickers });
  }
  for (const day of days.slice(state.closedDays)) {
    const control = findControl(day);
    if (![day.events, control].every((five) => areClosed(five, day.lockedAt, asOf))) break;
    closedDays += 1;
    const [selected, lot] = [computeCrowdBrier(day.events, day, asOf), computeCrowdBrier(control, day, asOf)];
    if (selected === null || lot === null) continue;
    differences = append(differences, { date: day.date, difference: selected - lot });
  }
  return { drawnDays: days.length, drawn, closedDays, differences };
}

/** The differences so far, their mean and its interval. */
export function computeControlFigures({ drawn, differences }: ControlState): ControlFigures {
  const known = toArray(differences);
  const days = known.length;
  const mean = days === 0 ? null : known.reduce((sum, { difference }) => sum + difference, 0) / days;
  const standardError = mean === null ? null : computeStandardError(known, mean);
  return {
    drawn: Object.fromEntries(toArray(drawn).map(({ date, tickers }) => [date, tickers])),
    differences: Object.fromEntries(known.map(({ date, difference }) => [date, difference])),
    days,
    mean,
    interval: mean === null || standardError === null ? null : toInterval(mean, standardError),
  };
}

/** The clustered variance of S7.5 (1) with one item a day, which is that of a plain mean. Null under two days. */
function computeStandardError(known: readonly ControlDifference[], mean: number): number | null {
  const days = known.length;
  const squares = known.reduce((sum, { difference }) => sum + (difference - mean) ** 2, 0);
  return days < 2 ? null : Math.sqrt(squares / (days * (days - 1)));
}

function drawTickers({ date, candidates }: MatchDay): readonly string[] {
  return candidates === null
    ? []
    : sampleRandomControl(
        date,
        candidates.map(({ id }) => id),
      );
}

/** The drawn markets; none on a day without a control. */
function findControl(day: MatchDay): readonly PricedMarket[] {
  const tickers = new Set(drawTickers(day));
  return (day.candidates ?? []).filter(({ id }) => tickers.has(id));
}

/** Mean (q − y)² over the markets that are scored; null without one. */
function computeCrowdBrier(markets: readonly PricedMarket[], { lockedAt }: MatchDay, asOf: Date): number | null {
  let [total, count] = [0, 0];
  for (const market of markets) {
    const valueMicros = findScoredValue(market, lockedAt, asOf);
    if (valueMicros === null) continue;
    total += (market.priceMicros - valueMicros) ** 2;
    count += 1;
  }
  return count === 0 ? null : total / count / SQUARED_MICROS;
}
