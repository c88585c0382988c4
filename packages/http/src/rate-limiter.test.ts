import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

/** When each request is sent, in milliseconds, given the pauses before them. Waiting moves the clock. */
async function measureSendTimes(requestsPerSecond: number, pausesMs: readonly number[]): Promise<number[]> {
  let nowMs = 0;
  const sleep = async (delayMs: number): Promise<void> => void (nowMs += delayMs);
  const limiter = createRateLimiter({ requestsPerSecond, sleep, monotonicMs: () => nowMs });
  const times: number[] = [];
  for (const pauseMs of pausesMs) {
    nowMs += pauseMs;
    await limiter.acquire();
    times.push(nowMs);
  }
  return times;
}

test('a burst is spread evenly', async () => {
  expect(await measureSendTimes(5, [0, 0, 0, 0])).toEqual([0, 200, 400, 600]);
});

test('a slow caller never waits', async () => {
  expect(await measureSendTimes(5, [0, 250, 300])).toEqual([0, 250, 550]);
});

test('infinity switches the limit off', async () => {
  expect(await measureSendTimes(Number.POSITIVE_INFINITY, [0, 0, 0])).toEqual([0, 0, 0]);
});

test('no second holds more requests than allowed, however they arrive', async () => {
  const pauses = fc.array(fc.nat(700), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20 }), pauses, async (requestsPerSecond, pausesMs) => {
      const times = await measureSendTimes(requestsPerSecond, pausesMs);
      const busiest = Math.max(
        0,
        ...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length),
      );
      expect(busiest).toBeLessThanOrEqual(requestsPerSecond);
    }),
  );
});

test('requests that arrive together share the limit', async () => {
  const delaysMs: number[] = [];
  const sleep = async (delayMs: number): Promise<void> => void delaysMs.push(delayMs);
  const limiter = createRateLimiter({ requestsPerSecond: 10, sleep, monotonicMs: () => 0 });
  await Promise.all([limiter.acquire(), limiter.acquire(), limiter.acquire()]);
  expect(delaysMs).toEqual([100, 200]);
});

test.each([0, -1, Number.NaN])('a limit of %d is refused', (requestsPerSecond) => {
  const create = (): unknown => createRateLimiter({ requestsPerSecond, sleep: async () => {}, monotonicMs: () => 0 });
  expect(create).toThrow(RangeError);
});
