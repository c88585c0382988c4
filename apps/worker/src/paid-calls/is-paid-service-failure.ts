import { isAppError, type AppError } from '@coliseum/domain/errors/app-error';

/** Whether a paid service failed, or could not be paid for: what a stage goes on without. Anything else ends the stage. */
export function isPaidServiceFailure(error: unknown): error is AppError {
  return isAppError(error) && /^(?:OPENROUTER|EXA)_/.test(error.code);
}
