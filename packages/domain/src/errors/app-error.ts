import { errorCodes, type ErrorCode, type ErrorEntry, type ErrorService } from './codes.ts';

type AppErrorOptions = {
  readonly code: ErrorCode;
  /** What happened and what to do about it, safe to show to an operator: no secret, no foreign body. */
  readonly message: string;
  /**
   * Whether the same call may succeed later without anybody changing anything. The code does not decide it: when Kalshi is
   * down it comes back, when it refuses this machine it does not, and both are unavailable.
   */
  readonly retryable?: boolean;
  readonly cause?: unknown;
  /** The status of the answer behind the error; null where no answer came. */
  readonly httpStatus?: number | null;
  /** How long the service asks to be left alone; null where it does not say. */
  readonly retryAfterMs?: number | null;
  /** What the service charged for the call although it failed; null where it does not say. */
  readonly costMicroDollars?: number | null;
  /** Facts for the log, safe to show. Never read by other code: what decides anything has a property of its own. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** An operational fault: something outside the program is not as it has to be. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly httpStatus: number | null;
  readonly retryAfterMs: number | null;
  readonly costMicroDollars: number | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;

  constructor(options: AppErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.retryable = options.retryable ?? false;
    this.httpStatus = options.httpStatus ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.costMicroDollars = options.costMicroDollars ?? null;
    this.details = options.details ?? {};
  }

  /** The entry of its code: the service, the kind of failure. */
  get entry(): ErrorEntry {
    return errorCodes[this.code];
  }
}

/** Whether `error` is an {@link AppError}, with that code if one is given. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}

/** Whether `error` is an {@link AppError} of one of these services. */
export function isServiceError(error: unknown, ...services: readonly ErrorService[]): error is AppError {
  const service = isAppError(error) ? error.entry.service : undefined;
  return service !== undefined && services.includes(service);
}
