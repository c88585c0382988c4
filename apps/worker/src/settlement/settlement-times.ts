import { assertNever } from '@coliseum/domain/assert';
import type { ArenaEvent } from '@coliseum/domain/event';

const HOUR_MS = 3_600_000;
/** The PRD's patience: an exchange that is late is asked every hour for a day. */
const PATIENCE_MS = 24 * HOUR_MS;

export type SettlementRetry = { readonly status: 'waiting_settlement' | 'delayed'; readonly retryAt: Date };

/**
 * What follows when the exchange has no final word at `now`: the next full hour after the expected time. After 24 hours
 * the event counts as delayed, and is still asked about every hour.
 */
export function planSettlementRetry(event: Pick<ArenaEvent, 'expectedResolutionTime'>, now: Date): SettlementRetry {
  const expectedMs = event.expectedResolutionTime.getTime();
  const hoursSince = Math.max(0, Math.floor((now.getTime() - expectedMs) / HOUR_MS));
  const isDelayed = now.getTime() - expectedMs >= PATIENCE_MS;
  return {
    status: isDelayed ? 'delayed' : 'waiting_settlement',
    retryAt: new Date(expectedMs + (hoursSince + 1) * HOUR_MS),
  };
}

/** When an open event is to be asked about first or next: never before it is expected to resolve. */
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
