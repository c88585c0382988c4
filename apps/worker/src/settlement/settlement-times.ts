import { ASKED_AGAIN_EVERY_HOURS } from '@coliseum/domain/arena-rules';
import { assertNever } from '@coliseum/domain/assert';
import { HOUR_MS } from '@coliseum/domain/durations';
import type { ArenaEvent } from '@coliseum/domain/event';
import { isSettlementDelayed } from '@coliseum/domain/is-settlement-delayed';

const ASKED_EVERY_MS = ASKED_AGAIN_EVERY_HOURS * HOUR_MS;

export type SettlementRetry = { readonly status: 'waiting_settlement' | 'delayed'; readonly retryAt: Date };

/**
 * Plans the next try for an event without a final result at `now`: hourly, counted from its expected resolution time.
 * 24 hours after that, or after the time that the exchange announced where that is later, the event counts as delayed and
 * is still retried every hour.
 */
export function planSettlementRetry(
  event: Pick<ArenaEvent, 'expectedResolutionTime' | 'announcedResolutionTime'>,
  now: Date,
): SettlementRetry {
  const expectedMs = event.expectedResolutionTime.getTime();
  const askedBefore = Math.max(0, Math.floor((now.getTime() - expectedMs) / ASKED_EVERY_MS));
  return {
    status: isSettlementDelayed(event, now) ? 'delayed' : 'waiting_settlement',
    retryAt: new Date(expectedMs + (askedBefore + 1) * ASKED_EVERY_MS),
  };
}

/** When an open event is due: at its expected resolution time or, if that has passed, now. Null for a settled event. */
export function computeWakeTime(event: Pick<ArenaEvent, 'expectedResolutionTime' | 'status'>, now: Date): Date | null {
  switch (event.status) {
    case 'settled':
      return null;
    case 'open':
    case 'waiting_settlement':
    case 'delayed':
      return new Date(Math.max(event.expectedResolutionTime.getTime(), now.getTime()));
    default:
      return assertNever(event.status);
  }
}
