import { AppError } from '@coliseum/domain/errors/app-error';
import { Id } from '@coliseum/domain/id';
import { MatchDate } from '@coliseum/domain/match-date';

const MAXIMUM_DAYS = 36_500;
/** Beyond it the selector of a day nearly never answers, and there is nothing to see. */
const MAXIMUM_SHARE = 0.5;

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

/** One of a few words of an option. Throws ARGUMENT_INVALID that names the option and the words. */
export function parseChoice<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} has to be one of ${choices.join(', ')}; "${text}" is none.`,
  });
}

/** A share of an option, 0 to 0.5. Throws ARGUMENT_INVALID that names it. */
export function parseShare(option: string, text: string): number {
  const share = /^0?\.\d{1,3}$|^0$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0 && share <= MAXIMUM_SHARE) return share;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} has to be a share from 0 to ${MAXIMUM_SHARE}, such as 0.1; "${text}" is none.`,
  });
}
