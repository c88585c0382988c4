import { isAppError, type AppError } from '@coliseum/domain/errors/app-error';

const MAXIMUM_CAUSES = 5;

/** An error as plain data: type, message, code, safe details, stack and its chain of causes. */
export type SerializedError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly httpStatus?: number;
  readonly retryAfterMs?: number;
  readonly costMicroDollars?: number;
  readonly details?: unknown;
  readonly stack?: string;
  readonly cause?: SerializedError;
};

/** Converts an error for logging and removes credentials from URLs. Any other value is converted to text. */
export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!(error instanceof Error)) return { type: typeof error, message: redactCredentials(String(error)) };
  return {
    type: error.name,
    message: redactCredentials(error.message),
    ...('code' in error && { code: String(error.code) }),
    ...(isAppError(error) && readFacts(error)),
    ...('details' in error && { details: error.details }),
    ...(error.stack !== undefined && { stack: redactCredentials(error.stack) }),
    ...(error.cause !== undefined && depth < MAXIMUM_CAUSES && { cause: serializeError(error.cause, depth + 1) }),
  };
}

/** Facts of a failed call to an outside service, if the error has any. */
function readFacts({ httpStatus, retryAfterMs, costMicroDollars }: AppError): Partial<SerializedError> {
  return {
    ...(httpStatus !== null && { httpStatus }),
    ...(retryAfterMs !== null && { retryAfterMs }),
    ...(costMicroDollars !== null && { costMicroDollars }),
  };
}

/** What follows `://`. Looking back from there costs nothing; looking ahead from every letter of a long word would. */
const CREDENTIALS = /(?<=[a-z0-9+.-]:\/\/)[^\s/]+@/gi;

/** Replaces `user:password@` in every URL of `text` with `[redacted]@`. */
export function redactCredentials(text: string): string {
  return text.replaceAll(CREDENTIALS, '[redacted]@');
}
