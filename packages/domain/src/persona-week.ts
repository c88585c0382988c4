import { DAY_MS } from './durations.ts';
import { addDays, toMatchDate, type MatchDate } from './match-date.ts';

const WEEK_MS = 7 * DAY_MS;
/** Monday 1 January 2024, 00:00 EST: the start of week 1. */
const FIRST_WEEK_START_MS = Date.parse('2024-01-01T05:00:00Z');

export type PersonaWeekSpan = {
  /** 1 for the week of 1 January 2024; never repeats. */
  readonly weekNumber: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Monday and Sunday of the week, for reading. */
  readonly startDate: MatchDate;
  readonly endDate: MatchDate;
};

/** The persona week an instant lies in: Monday 05:00 UTC (00:00 EST) inclusive to the next, exclusive. */
export function findPersonaWeek(instant: Date): PersonaWeekSpan {
  const index = Math.floor((instant.getTime() - FIRST_WEEK_START_MS) / WEEK_MS);
  const startsAt = new Date(FIRST_WEEK_START_MS + index * WEEK_MS);
  const startDate = toMatchDate(startsAt);
  return {
    weekNumber: index + 1,
    startsAt,
    endsAt: new Date(startsAt.getTime() + WEEK_MS),
    startDate,
    endDate: addDays(startDate, 6),
  };
}
