import { addDays, toLockTime, toMatchDate, type MatchDate } from '@coliseum/domain/match-date';

/** The latest match date that is due: today's from `minuteOfDay` (UTC) on, yesterday's before. */
export function getLastDueDate(now: Date, minuteOfDay: number): MatchDate {
  const today = toMatchDate(now);
  return now >= toLockTime(today, minuteOfDay) ? today : addDays(today, -1);
}
