import { AppError } from '@coliseum/domain/errors/app-error';

function describeMissing(what: string, id: string): string {
  return what === 'agent' || what === 'event' ? `No ${what} with id ${id}.` : `No ${what} of ${id}.`;
}

/** Returns the value, or throws {@link AppError} `NOT_FOUND` that names what is missing. */
export function requireFound<T>(
  value: T | null,
  what: 'agent' | 'event' | 'match day' | 'list of candidates' | 'receipt' | 'pair of agents',
  id: string,
): T {
  if (value !== null) return value;
  throw new AppError({ code: 'NOT_FOUND', message: describeMissing(what, id), details: { id } });
}
