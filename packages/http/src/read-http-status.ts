import { isAppError } from '@coliseum/domain/errors/app-error';

/** The HTTP status behind an AppError of a client, or null when no answer came or the error is another one. */
export function readHttpStatus(error: unknown): number | null {
  return isAppError(error) ? error.httpStatus : null;
}
