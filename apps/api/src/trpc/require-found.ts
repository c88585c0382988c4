import { AppError } from '@coliseum/domain/errors/app-error';

/** Returns the value, or throws {@link AppError} `NOT_FOUND` that names what is missing. */
export function requireFound<T>(value: T | null, what: 'agent' | 'event', id: string): T {
  if (value !== null) return value;
  throw new AppError({ code: 'NOT_FOUND', message: `No ${what} with id ${id}.`, details: { id } });
}
