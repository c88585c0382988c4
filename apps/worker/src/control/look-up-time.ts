import { addDays, toLockTime } from '@coliseum/domain/match-date';
import { LOOKED_UP_DAYS } from './find-undecided.ts';

const MINUTES_PER_DAY = 1440;

/**
 * Half an hour after settled events are asked about again, which is twelve hours from the match day: none of the three
 * competes with another for the exchange's rate limit.
 */
const AFTER_LOCK_MINUTES = MINUTES_PER_DAY / 2 + 30;

/** When the control is looked up each day, in minutes after 00:00 UTC. */
export function getLookUpMinuteOfDay(lockMinuteOfDay: number): number {
  return (lockMinuteOfDay + AFTER_LOCK_MINUTES) % MINUTES_PER_DAY;
}

type Days = { readonly startDate: string; readonly days: number };

/** When the controls of consecutive match days are looked up: once a day, from the day after the first. */
export function listLookUps({ startDate, days }: Days, lockMinuteOfDay: number): Date[] {
  const minuteOfDay = getLookUpMinuteOfDay(lockMinuteOfDay);
  const dates = Array.from({ length: days + LOOKED_UP_DAYS }, (_, index) => addDays(startDate, index + 1));
  return dates.map((date) => toLockTime(date, minuteOfDay));
}
