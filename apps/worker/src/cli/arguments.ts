import { AgentModel } from '@coliseum/config/agent-model';
import { AppError } from '@coliseum/domain/errors/app-error';
import { Id } from '@coliseum/domain/id';
import { MatchDate } from '@coliseum/domain/match-date';
import { DecimalPrice } from '@coliseum/domain/price';

const MAXIMUM_DAYS = 36_500;
/** Above it the selector almost never answers, so that every day is skipped. */
const MAXIMUM_SHARE = 0.5;

/** Long enough to say something, short enough for one line of the event's page or two. */
const SHORTEST_REASON = 10;
const LONGEST_REASON = 300;

/** Parses an option that takes a calendar date. Throws ARGUMENT_INVALID that names the option. */
export function parseDate(option: string, text: string): string {
  const parsed = MatchDate.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} must be a calendar date such as 2026-11-22, not "${text}".`,
  });
}

/** Parses an option that takes a number of days, 1 to 36,500. Throws ARGUMENT_INVALID that names the option. */
export function parseDays(option: string, text: string): number {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MAXIMUM_DAYS) return days;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} must be a whole number of days from 1 to ${MAXIMUM_DAYS}, not "${text}".`,
  });
}

/** Parses an option that takes a number from 1 to `most`. Throws ARGUMENT_INVALID that names the option. */
export function parseCount(option: string, text: string, most: number): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  const message = `${option} must be a whole number from 1 to ${most}, not "${text}".`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
}

/** Parses an option that takes a stake in dollars into cents. Throws ARGUMENT_INVALID that names the option. */
export function parseStake(option: string, text: string): number {
  const cents = /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : 0;
  if (cents > 0) return cents;
  const message = `${option} must be an amount in dollars above 0, such as 100 or 99.50, not "${text}".`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
}

/** Parses an option that takes a price between 0 and 1. Throws ARGUMENT_INVALID that names the option. */
export function parsePrice(option: string, text: string): DecimalPrice {
  const parsed = DecimalPrice.safeParse(text);
  if (parsed.success && Number(text) > 0 && Number(text) < 1) return parsed.data;
  const message = `${option} must be a price between 0 and 1 with at most six decimals, such as 0.40, not "${text}".`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
}

/** Parses an option that takes an id. Throws ARGUMENT_INVALID that names the option. */
export function parseId(option: string, text: string): string {
  const parsed = Id.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} must be an id of 24 hexadecimal digits, not "${text}".`,
  });
}

/**
 * Parses an option that takes a sentence for spectators: one line, 10 to 300 characters, with a full stop at its end.
 * Throws ARGUMENT_INVALID that names the option.
 */
export function parseReason(option: string, text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  const isReadable = line.length >= SHORTEST_REASON && line.length <= LONGEST_REASON && !/\p{C}/u.test(line);
  if (isReadable) return /[.!?]$/.test(line) ? line : `${line}.`;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} must be a sentence that spectators understand, ${SHORTEST_REASON} to ${LONGEST_REASON} characters without invisible ones.`,
  });
}

/** Parses an option that takes a model and the name it plays under. Throws ARGUMENT_INVALID that names the option. */
export function parseAgentModel(option: string, text: string): AgentModel {
  const parsed = AgentModel.safeParse(text.trim());
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError({ code: 'ARGUMENT_INVALID', message: `${option} ${issue?.message ?? 'is invalid'}.` });
}

/** Parses an option that takes an agent's name. Throws ARGUMENT_INVALID that names the option. */
export function parseAgentName(option: string, text: string): string {
  const name = text.trim();
  // A name has to be possible in AGENT_MODELS too.
  if (AgentModel.safeParse(`any/model=${name}`).success) return name;
  const message = `${option} must be a name of 1 to 40 characters without a comma or an equals sign.`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
}

/** Parses an option that takes one of `choices`. Throws ARGUMENT_INVALID that names the option and the choices. */
export function parseChoice<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} must be one of ${choices.join(', ')}, not "${text}".`,
  });
}

/** Parses an option that takes a share, 0 to 0.5. Throws ARGUMENT_INVALID that names the option. */
export function parseShare(option: string, text: string): number {
  const share = /^0?\.\d{1,3}$|^0$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0 && share <= MAXIMUM_SHARE) return share;
  throw new AppError({
    code: 'ARGUMENT_INVALID',
    message: `${option} must be a share from 0 to ${MAXIMUM_SHARE}, such as 0.1, not "${text}".`,
  });
}
