import { AppError } from '@coliseum/domain/errors/app-error';

/** The value, or an {@link AppError} `NOT_FOUND` that names what was asked for. */
export function requireFound<T>(value: T | null, what: 'agent' | 'event', id: string): T {
  if (value !== null) return value;
  throw new AppError({ code: 'NOT_FOUND', message: `There is no ${what} with the id ${id}.`, details: { id } });
}
