import { z } from 'zod';
import { DAY_MS, MINUTE_MS } from './durations.ts';

/** The UTC calendar date of a match day, `YYYY-MM-DD`; a date that does not exist is refused. */
export const MatchDate = z.iso.date('a calendar date like 2026-11-22');
export type MatchDate = string;

/** The date of an instant, in UTC. */
export function toMatchDate(instant: Date): MatchDate {
  return instant.toISOString().slice(0, 10);
}

/** The date `days` later (negative: earlier). */
export function addDays(date: MatchDate, days: number): MatchDate {
  return toMatchDate(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS));
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: MatchDate, to: MatchDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** The instant a match day starts: its date at `minuteOfDay` (840 = 14:00 UTC = 09:00 EST, all year). */
export function toLockTime(date: MatchDate, minuteOfDay = 840): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + minuteOfDay * MINUTE_MS);
}
