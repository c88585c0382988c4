import { DELAYED_AFTER_HOURS } from './arena-rules.ts';
import { HOUR_MS } from './durations.ts';
import type { ArenaEvent } from './event.ts';

/** Whether the event has waited so long for its outcome by `now` that it counts as delayed. */
export function isSettlementDelayed(event: Pick<ArenaEvent, 'expectedResolutionTime'>, now: Date): boolean {
  return now.getTime() - event.expectedResolutionTime.getTime() >= DELAYED_AFTER_HOURS * HOUR_MS;
}
