import { isServiceError, type AppError } from '@coliseum/domain/errors/app-error';
import { PaidService } from '@coliseum/domain/paid-call';

/** Whether a paid service failed, or could not be paid for: what a stage goes on without. Anything else ends the stage. */
export function isPaidServiceFailure(error: unknown): error is AppError {
  return isServiceError(error, ...PaidService.options);
}
