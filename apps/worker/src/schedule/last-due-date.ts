import { addDays, lockTimeOf, matchDateOf, type MatchDate } from '@coliseum/domain/match-date';

/** The latest match date whose hour has come: today's from `minuteOfDay` UTC on, yesterday's before. */
export function lastDueDate(now: Date, minuteOfDay: number): MatchDate {
  const today = matchDateOf(now);
  return now >= lockTimeOf(today, minuteOfDay) ? today : addDays(today, -1);
}
