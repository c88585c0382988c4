import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { findScoredEvents, type ScoredEvent } from '../complete-days.ts';
import { SQUARED_MICROS } from '../forecast.ts';
import type { MatchDay } from '../match-day.ts';
import { isOnRoster, type RosterEntry } from '../roster.ts';

/** Whether a match day counts for an agent, or why not (scoring.md S2). */
export type DayReason = 'counts' | 'off roster' | 'held back' | 'no scored event' | 'no forecast';

/** One counted forecast with its edge `(q − y)² − (p − y)²`. */
export type ExplainedForecast = {
  readonly event: string;
  readonly p: number;
  readonly q: number;
  readonly y: number;
  readonly edge: number;
};

export type ExplainedDay = {
  readonly date: string;
  readonly reason: DayReason;
  readonly forecasts: readonly ExplainedForecast[];
  /** S_t: the sum of the edges. */
  readonly edgeSum: number;
};

/** Explains what one match day adds to an agent's edge. `isClosed`: no day up to it holds it back. */
export function explainDay(day: MatchDay, agent: RosterEntry, isClosed: boolean, asOf: Date): ExplainedDay {
  const scored = isClosed ? findScoredEvents(day, asOf) : [];
  const row = isOnRoster(agent, day.date) ? (day.answers.get(agent.id) ?? []) : [];
  const forecasts = scored.flatMap((event) => {
    const answer = row[event.index] ?? null;
    return answer === null ? [] : [explainForecast(event, answer.probabilityMicros)];
  });
  const edges = forecasts.map(({ edgeMicros }) => edgeMicros);
  return {
    date: day.date,
    reason: findReason(isOnRoster(agent, day.date), isClosed, scored.length, forecasts.length),
    forecasts: forecasts.map(({ edgeMicros, ...forecast }) => ({ ...forecast, edge: edgeMicros / SQUARED_MICROS })),
    edgeSum: edges.reduce((sum, edge) => sum + edge, 0) / SQUARED_MICROS,
  };
}

function explainForecast({ event, valueMicros }: ScoredEvent, probabilityMicros: number) {
  return {
    event: event.id,
    p: probabilityMicros / MICROS_PER_UNIT,
    q: event.priceMicros / MICROS_PER_UNIT,
    y: valueMicros / MICROS_PER_UNIT,
    edgeMicros: (event.priceMicros - valueMicros) ** 2 - (probabilityMicros - valueMicros) ** 2,
  };
}

function findReason(isPresent: boolean, isClosed: boolean, scored: number, forecasts: number): DayReason {
  if (!isPresent) return 'off roster';
  if (!isClosed) return 'held back';
  if (scored === 0) return 'no scored event';
  return forecasts === 0 ? 'no forecast' : 'counts';
}
