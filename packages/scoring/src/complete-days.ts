import { DAY_MS } from '@coliseum/domain/durations';
import type { MatchDay, MatchEvent, PricedMarket } from './match-day.ts';

/** How long after the lock a market may be decided (scoring.md S2). */
export const DECISION_WINDOW_MS = 7 * DAY_MS;

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
  const firstOpen = days.findIndex(({ events, lockedAt }) => !areClosed(events, lockedAt, asOf));
  const closed = firstOpen === -1 ? days : days.slice(0, firstOpen);
  return closed
    .map((day) => ({ day, scoredEvents: findScoredEvents(day, asOf) }))
    .filter(({ scoredEvents }) => scoredEvents.length > 0);
}

/** Closed: all markets are decided, or the window has passed. */
export function areClosed(markets: readonly PricedMarket[], lockedAt: Date, asOf: Date): boolean {
  const deadline = lockedAt.getTime() + DECISION_WINDOW_MS;
  return asOf.getTime() >= deadline || markets.every((market) => isDecided(market, deadline, asOf));
}

/** The events of a day that are decided and final, with what they paid. */
export function findScoredEvents(day: MatchDay, asOf: Date): ScoredEvent[] {
  return day.events.flatMap((event, index) => {
    const valueMicros = findScoredValue(event, day.lockedAt, asOf);
    return valueMicros === null ? [] : [{ index, event, valueMicros }];
  });
}

/** What a market paid, in micros, if it is scored: decided within the window, and not void. */
export function findScoredValue(market: PricedMarket, lockedAt: Date, asOf: Date): number | null {
  const deadline = lockedAt.getTime() + DECISION_WINDOW_MS;
  const { settlement } = market;
  return settlement?.kind === 'value' && isDecided(market, deadline, asOf) ? settlement.valueMicros : null;
}

/** Decided: settled within the window, and known by now. A later settlement pays its bets but never enters a score. */
function isDecided({ settlement }: PricedMarket, deadline: number, asOf: Date): boolean {
  if (settlement === null) return false;
  const settledAt = settlement.settledAt.getTime();
  return settledAt <= asOf.getTime() && settledAt <= deadline;
}
