import type { MatchDay, MatchEvent } from './match-day.ts';

/** How long after the lock a market may be decided: seven days. */
const DECISION_WINDOW_MS = 7 * 24 * 3_600_000;

/** An event that enters scores, with its place in its day. */
export type ScoredEvent = {
  readonly index: number;
  readonly event: MatchEvent;
  /** What one YES contract paid. */
  readonly valueMicros: number;
};

export type CompleteDay = { readonly day: MatchDay; readonly scoredEvents: readonly ScoredEvent[] };

/**
 * The match days whose forecasts count as of a moment (scoring.md S2): those closed before the first that is not, with
 * at least one scored event. `days` are in date order. One open market holds back all later days, for a week at most:
 * markets that settle early are not a fair sample.
 */
export function findCompleteDays(days: readonly MatchDay[], asOf: Date): CompleteDay[] {
  const firstOpen = days.findIndex((day) => !isClosed(day, asOf));
  const closed = firstOpen === -1 ? days : days.slice(0, firstOpen);
  return closed
    .map((day) => ({ day, scoredEvents: findScoredEvents(day, asOf) }))
    .filter(({ scoredEvents }) => scoredEvents.length > 0);
}

/** Closed: all events are decided, or the window has passed. */
function isClosed(day: MatchDay, asOf: Date): boolean {
  const deadline = day.lockedAt.getTime() + DECISION_WINDOW_MS;
  return asOf.getTime() >= deadline || day.events.every((event) => isDecided(event, deadline, asOf));
}

/** Decided: settled within the window, and known by now. A later settlement pays its bets but never enters a score. */
function isDecided({ settlement }: MatchEvent, deadline: number, asOf: Date): boolean {
  if (settlement === null) return false;
  const settledAt = settlement.settledAt.getTime();
  return settledAt <= asOf.getTime() && settledAt <= deadline;
}

function findScoredEvents(day: MatchDay, asOf: Date): ScoredEvent[] {
  const deadline = day.lockedAt.getTime() + DECISION_WINDOW_MS;
  return day.events.flatMap((event, index) => {
    if (event.settlement?.kind !== 'value' || !isDecided(event, deadline, asOf)) return [];
    return [{ index, event, valueMicros: event.settlement.valueMicros }];
  });
}
