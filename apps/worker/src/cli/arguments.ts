import { AppError } from '@coliseum/domain/errors/app-error';
import { Id } from '@coliseum/domain/id';
import { MatchDate } from '@coliseum/domain/match-date';

const MAXIMUM_DAYS = 36_500;

/** The calendar date of an option. Throws ARGUMENT_INVALID that names it. */
export function parseDate(option: string, text: string): string {
  const parsed = MatchDate.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} has to be a calendar date like 2026-11-22; "${text}" is none.`,
  });
}

/** A number of days of an option. Throws ARGUMENT_INVALID that names it. */
export function parseDays(option: string, text: string): number {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MAXIMUM_DAYS) return days;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} has to be a whole number of days from 1 to ${MAXIMUM_DAYS}; "${text}" is none.`,
  });
}

/** An entity's id of an option. Throws ARGUMENT_INVALID that names it. */
export function parseId(option: string, text: string): string {
  const parsed = Id.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} has to be an id of 24 hexadecimal digits; "${text}" is none.`,
  });
}
