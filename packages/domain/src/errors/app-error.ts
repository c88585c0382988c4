import type { ErrorCode } from './codes.ts';

type AppErrorOptions = {
  readonly code: ErrorCode;
  /** What happened and what to do about it, safe to show to an operator: no secret, no foreign body. */
  readonly message: string;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
  /** Facts for the log, safe to show. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** An operational fault: something outside the program is not as it has to be. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;

  constructor(options: AppErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }
}

/** Whether `error` is an {@link AppError}, with that code if one is given. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
