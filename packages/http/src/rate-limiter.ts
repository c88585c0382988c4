import type { Sleep } from './sleep.ts';

export type RateLimiter = {
  /** Resolves when the caller may send one request. */
  readonly acquire: (signal?: AbortSignal) => Promise<void>;
};

type RateLimiterOptions = {
  /** Above 0. Infinity switches the limiter off. */
  readonly requestsPerSecond: number;
  readonly sleep: Sleep;
  /** Milliseconds that never run backwards, whatever happens to the machine's clock. */
  readonly monotonicMs: () => number;
};

/** Spaces requests evenly, so that no window of one second holds more than `requestsPerSecond` of them. */
export function createRateLimiter({ requestsPerSecond, sleep, monotonicMs }: RateLimiterOptions): RateLimiter {
  if (!(requestsPerSecond > 0)) throw new RangeError(`requestsPerSecond is above 0, not ${requestsPerSecond}`);
  const intervalMs = 1000 / requestsPerSecond;
  let nextSlotMs = Number.NEGATIVE_INFINITY;
  return {
    async acquire(signal) {
      const nowMs = monotonicMs();
      const slotMs = Math.max(nowMs, nextSlotMs);
      nextSlotMs = slotMs + intervalMs;
      if (slotMs > nowMs) await sleep(Math.ceil(slotMs - nowMs), signal);
    },
  };
}
