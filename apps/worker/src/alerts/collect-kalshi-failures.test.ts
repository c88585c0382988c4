import { AppError } from '@coliseum/domain/errors/app-error';
import type { KalshiClient } from '@coliseum/kalshi/client';
import { expect, test } from 'vitest';
import { collectKalshiFailures } from './collect-kalshi-failures.ts';

const down = new AppError({ code: 'KALSHI_TIMEOUT', message: 'late' });
const unknown = new AppError({ code: 'KALSHI_MARKET_NOT_FOUND', message: 'unknown' });

const client: KalshiClient = {
  listCandidates: () => Promise.resolve([]),
  getMarket: () => Promise.reject(down),
  getOutcome: () => Promise.reject(unknown),
};

test('calls that failed are remembered by their code, and fail as before', async () => {
  const { kalshi, failures } = collectKalshiFailures(client);
  await expect(kalshi.getMarket('KX')).rejects.toBe(down);
  await expect(kalshi.getMarket('KX')).rejects.toBe(down);
  expect(failures()).toEqual(['KALSHI_TIMEOUT', 'KALSHI_TIMEOUT']);
});

test('markets that contradict themselves are remembered with what they said', async () => {
  const outcome = { state: 'contradictory', reason: 'yes and 0' } as const;
  const { kalshi, contradictions, failures } = collectKalshiFailures({
    ...client,
    getOutcome: () => Promise.resolve(outcome),
  });
  expect(await kalshi.getOutcome('KX')).toBe(outcome);
  expect(contradictions()).toEqual([{ ticker: 'KX', reason: 'yes and 0' }]);
  expect(failures()).toEqual([]);
});

test('an answer is no failure, and neither is a market that Kalshi does not know', async () => {
  const { kalshi, failures } = collectKalshiFailures(client);
  expect(await kalshi.listCandidates({ closesAfter: new Date(0), closesBefore: new Date(1) })).toEqual([]);
  await expect(kalshi.getOutcome('KX')).rejects.toBe(unknown);
  expect(failures()).toEqual([]);
});
