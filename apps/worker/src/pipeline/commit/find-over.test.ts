import { AppError } from '@coliseum/domain/errors/app-error';
import type { ErrorCode } from '@coliseum/domain/errors/codes';
import type { KalshiMarket } from '@coliseum/kalshi/market';
import { createLogger } from '@coliseum/observability/logger';
import { expect, test } from 'vitest';
import { LOCKED_AT, makeCandidate, makeMarket } from '../../testing/fixtures.ts';
import type { BettingOutput } from '../state.ts';
import { findOver } from './find-over.ts';

const market = makeMarket();
const ingestion = { lockedAt: LOCKED_AT, markets: [market] };
const MINUTE_MS = 60_000;

/** What is over `minutes` after the last decision, when the exchange then answers so. */
async function findOverAfter(
  minutes: number,
  answer: Partial<KalshiMarket> | ErrorCode,
  betting: Partial<BettingOutput> = { checkedAt: LOCKED_AT },
) {
  const asked: string[] = [];
  const context = {
    clock: { now: () => new Date(LOCKED_AT.getTime() + minutes * MINUTE_MS) },
    logger: createLogger({ level: 'silent', pretty: false }),
    kalshi: {
      getMarket: async (ticker: string) => {
        asked.push(ticker);
        if (typeof answer === 'string') throw new AppError({ code: answer, message: 'no answer' });
        return makeCandidate(ticker, answer).market;
      },
    },
  };
  const over = await findOver(context, { ingestion, betting: { answers: [], quotes: [], ...betting } });
  return { reasons: over.map(({ why }) => why), asked };
}

test('what the last decision saw counts for a minute', async () => {
  expect(await findOverAfter(1, { status: 'determined' })).toEqual({ reasons: [], asked: [] });
});

test.each([
  ['determined', { status: 'determined' } as const, 'determined'],
  ['closed ahead of its time', { closeTime: LOCKED_AT }, `closed at ${LOCKED_AT.toISOString()}`],
  ['decided in an active market', { result: 'yes' } as const, 'decided (yes)'],
  ['unknown to the exchange', 'KALSHI_MARKET_NOT_FOUND' as const, 'gone from the exchange'],
])('a day that is resumed asks again, and finds a market %s', async (_, answer, why) => {
  expect(await findOverAfter(10, answer)).toEqual({ reasons: [why], asked: [market.ticker] });
});

test.each([
  ['trades', {}],
  ['is halted', { status: 'inactive' } as const],
  ['cannot be read', 'KALSHI_TIMEOUT' as const],
])('a market that %s does not stop the day', async (_, answer) => {
  expect((await findOverAfter(10, answer)).reasons).toEqual([]);
});

test('what is over stays over, whatever the exchange says later', async () => {
  const over = [{ eventId: market.eventId, why: 'determined' }];
  expect(await findOverAfter(10, {}, { over, checkedAt: LOCKED_AT })).toEqual({ reasons: ['determined'], asked: [] });
});

test('a checkpoint of an older version says nothing, so the exchange is asked', async () => {
  expect((await findOverAfter(0, { status: 'finalized' }, {})).reasons).toEqual(['finalized']);
});
