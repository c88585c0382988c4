import { DELAYED_AFTER_HOURS } from './arena-rules.ts';
import { HOUR_MS } from './durations.ts';
import type { ArenaEvent } from './event.ts';

type DueTimes = Pick<ArenaEvent, 'expectedResolutionTime' | 'announcedResolutionTime'>;

/** When the outcome can be expected: at the first question, or later where the exchange announced a later time. */
export function findDueTime({ expectedResolutionTime, announcedResolutionTime }: DueTimes): Date {
  return announcedResolutionTime !== null && announcedResolutionTime > expectedResolutionTime
    ? announcedResolutionTime
    : expectedResolutionTime;
}

/** Whether the event has waited so long for its outcome by `now` that it counts as delayed. */
export function isSettlementDelayed(event: DueTimes, now: Date): boolean {
  return now.getTime() - findDueTime(event).getTime() >= DELAYED_AFTER_HOURS * HOUR_MS;
}
