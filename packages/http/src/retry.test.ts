import { AppError } from '@coliseum/domain/errors/app-error';
import { expect, test } from 'vitest';
import { withRetries } from './retry.ts';

const policy = { retries: 3, baseDelayMs: 1_000, maxDelayMs: 10_000, maxRetryAfterMs: 60_000 };

function createFault(retryable: boolean, retryAfterMs: number | null = null): AppError {
  return new AppError({ code: 'KALSHI_UNAVAILABLE', message: 'Down.', retryable, retryAfterMs });
}

/** Runs work that fails with the given errors, one after the other, and then succeeds. */
async function run(errors: readonly unknown[]): Promise<{ outcome: unknown; delaysMs: number[]; tries: number }> {
  const delaysMs: number[] = [];
  let tries = 0;
  const sleep = async (delayMs: number): Promise<void> => void delaysMs.push(delayMs);
  const outcome = await withRetries({ policy, sleep, random: () => 0.5 }, async (attempt) => {
    tries += 1;
    if (attempt < errors.length) throw errors[attempt];
    return 'done';
  }).catch((error: unknown) => error);
  return { outcome, delaysMs, tries };
}

test('waits longer before each retry and returns the first success', async () => {
  expect(await run([createFault(true), createFault(true), createFault(true)])).toEqual({
    outcome: 'done',
    delaysMs: [500, 1_000, 2_000],
    tries: 4,
  });
});

test('gives up after the last retry with the last error', async () => {
  const last = createFault(true);
  expect(await run([createFault(true), createFault(true), createFault(true), last])).toMatchObject({
    outcome: last,
    tries: 4,
  });
});

test.each([
  ['an error that no retry can fix', createFault(false)],
  ['a bug', new TypeError('x is undefined')],
])('does not retry %s', async (_, error) => {
  expect(await run([error])).toEqual({ outcome: error, delaysMs: [], tries: 1 });
});

test('waits at least as long as the server asks', async () => {
  expect(await run([createFault(true, 30_000)])).toMatchObject({
    outcome: 'done',
    delaysMs: [30_500],
  });
});

test('passes the error on when the server asks for a longer wait than allowed', async () => {
  const error = createFault(true, 60_001);
  expect(await run([error])).toEqual({ outcome: error, delaysMs: [], tries: 1 });
});

test('passes the error on when the wait would use up the time of the call', async () => {
  const error = createFault(true, 30_000);
  const waitWith = async (leftMs: number): Promise<unknown> => {
    let tries = 0;
    const dependencies = { policy, sleep: async () => {}, random: () => 0.5, leftMs: () => leftMs };
    return await withRetries(dependencies, async () => {
      tries += 1;
      if (tries === 1) throw error;
      return 'done';
    }).catch((thrown: unknown) => thrown);
  };
  expect(await waitWith(30_501)).toBe('done');
  expect(await waitWith(30_500)).toBe(error);
});
