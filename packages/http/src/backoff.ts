export type BackoffRange = {
  /** The longest wait before the first retry. It doubles with each further one. */
  readonly baseDelayMs: number;
  /** No wait is longer than this. */
  readonly maxDelayMs: number;
};

/**
 * Exponential backoff with full jitter: a uniform draw from 0 to min(maxDelayMs, baseDelayMs · 2^attempt).
 * `attempt` counts from 0; `random` is from 0, inclusive, to 1, exclusive.
 */
export function computeBackoffMs(range: BackoffRange, attempt: number, random: number): number {
  return Math.floor(random * Math.min(range.maxDelayMs, range.baseDelayMs * 2 ** attempt));
}
