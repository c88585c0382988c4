import { isServiceError, type AppError } from '@coliseum/domain/errors/app-error';
import { PaidService } from '@coliseum/domain/paid-call';

/**
 * Whether a paid service failed or the budget did not cover it. A stage continues after it; any other error ends the
 * stage.
 */
export function isPaidServiceFailure(error: unknown): error is AppError {
  return isServiceError(error, ...PaidService.options);
}
