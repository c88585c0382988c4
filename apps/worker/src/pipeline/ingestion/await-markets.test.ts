import { LISTING_WINDOW_MINUTES } from '@coliseum/domain/arena-rules';
import { MINUTE_MS } from '@coliseum/domain/durations';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { ErrorCode } from '@coliseum/domain/errors/codes';
import { createLogger } from '@coliseum/observability/logger';
import { expect, test } from 'vitest';
import { LOCKED_AT, makeCandidate } from '../../testing/fixtures.ts';
import { awaitMarkets } from './await-markets.ts';

/** An exchange that answers with these failures, one after the other, and then with a market; waiting moves the clock. */
function openExchange(failures: readonly ErrorCode[], stopping = new AbortController().signal) {
  const asked: number[] = [];
  let nowMs = LOCKED_AT.getTime();
  const context: Parameters<typeof awaitMarkets>[0] = {
    clock: { now: () => new Date(nowMs) },
    sleep: async (delayMs, signal) => {
      signal?.throwIfAborted();
      nowMs += delayMs;
    },
    stopping,
    logger: createLogger({ level: 'silent', pretty: false }),
    database: { events: { findUsedTickers: async () => new Set<string>() } },
    kalshi: {
      listCandidates: async () => {
        const code = failures[asked.push((nowMs - LOCKED_AT.getTime()) / MINUTE_MS) - 1];
        if (code === undefined) return [makeCandidate('KXA')];
        throw new AppError({ code, message: 'out of order', retryable: code !== 'KALSHI_BAD_RESPONSE' });
      },
    },
  };
  return { asked, context };
}

const EMPTY = 'KALSHI_LIST_UNUSABLE';
const always = (code: ErrorCode): ErrorCode[] => Array.from({ length: 100 }, () => code);

test('an exchange that is back after ten minutes is locked then, not before', async () => {
  const { asked, context } = openExchange([EMPTY, EMPTY, EMPTY, EMPTY, EMPTY]);
  const { lockedAt, candidates } = await awaitMarkets(context);
  expect(candidates.eligible).toHaveLength(1);
  expect(asked).toEqual([0, 2, 4, 6, 8, 10]);
  expect(lockedAt).toEqual(new Date(LOCKED_AT.getTime() + 10 * MINUTE_MS));
});

test('an outage that begins with an empty list may go on as another one', async () => {
  const { asked, context } = openExchange([EMPTY, 'KALSHI_UNAVAILABLE', 'KALSHI_TIMEOUT']);
  await awaitMarkets(context);
  expect(asked).toEqual([0, 2, 4, 6]);
});

test('when the window is over, so is the wait', async () => {
  const { asked, context } = openExchange(always(EMPTY));
  await expect(awaitMarkets(context)).rejects.toMatchObject({ code: EMPTY });
  expect(asked.at(-1)).toBe(LISTING_WINDOW_MINUTES);
});

test.each(['KALSHI_UNAVAILABLE', 'KALSHI_BAD_RESPONSE'] as const)('%s at first is not waited for', async (code) => {
  const { asked, context } = openExchange(always(code));
  await expect(awaitMarkets(context)).rejects.toMatchObject({ code });
  expect(asked).toEqual([0]);
});

test('a format that changed ends the wait', async () => {
  const { asked, context } = openExchange([EMPTY, 'KALSHI_BAD_RESPONSE']);
  await expect(awaitMarkets(context)).rejects.toMatchObject({ code: 'KALSHI_BAD_RESPONSE' });
  expect(asked).toEqual([0, 2]);
});

test('a worker that stops does not wait', async () => {
  const { asked, context } = openExchange(always(EMPTY), AbortSignal.abort(new Error('stopping')));
  await expect(awaitMarkets(context)).rejects.toThrow('stopping');
  expect(asked).toEqual([0]);
});
