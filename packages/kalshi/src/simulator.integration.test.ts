import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKalshiClient, type KalshiClient } from './client.ts';

const lockTime = new Date('2026-11-20T14:00:00.000Z');
const window = { closesAfter: lockTime, closesBefore: new Date('2026-11-21T14:00:00.000Z') };
const longAfter = new Date('2026-11-24T14:00:00.000Z');

let simulator: Simulator;
let kalshi: KalshiClient;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 'clients', clock: { mode: 'manual', now: lockTime } });
  kalshi = createKalshiClient({
    baseUrls: [simulator.kalshiBaseUrl],
    requestsPerSecond: Number.POSITIVE_INFINITY,
  });
});

afterAll(async () => simulator.stop());

test('a simulated day offers candidates with a price, a question and a category, all of them pending', async () => {
  simulator.setNow(lockTime);
  const unreadable: unknown[] = [];
  const candidates = await kalshi.listCandidates({ ...window, onUnreadable: (market) => void unreadable.push(market) });
  expect(candidates.length).toBeGreaterThanOrEqual(20);
  expect(unreadable).toEqual([]);
  for (const { market, event, question, decisiveCloseTime } of candidates) {
    expect(market.yesBidMicros).toBeGreaterThan(0);
    expect(market.yesAskMicros).toBeGreaterThan(market.yesBidMicros ?? 0);
    expect(question.length).toBeGreaterThan(10);
    expect(event.category).not.toBe('');
    expect(decisiveCloseTime.getTime()).toBeGreaterThan(lockTime.getTime());
    expect(await kalshi.getOutcome(market.ticker)).toMatchObject({ state: 'pending', status: 'active' });
  }
});

test('days later every candidate has ended, settled after it was offered', async () => {
  simulator.setNow(lockTime);
  const candidates = await kalshi.listCandidates(window);
  simulator.setNow(longAfter);
  const outcomes = await Promise.all(candidates.map(async ({ market }) => kalshi.getOutcome(market.ticker)));
  const values = outcomes.flatMap((outcome) => (outcome.state === 'final' ? [outcome.settlementValueMicros] : []));
  expect(outcomes.filter(({ state }) => state === 'pending')).toEqual([]);
  expect(values).toContain(0);
  expect(values).toContain(1_000_000);
  for (const outcome of outcomes) {
    if (outcome.state !== 'final') continue;
    expect(outcome.settledAt.getTime()).toBeGreaterThan(lockTime.getTime());
    expect(outcome.settledAt.getTime()).toBeLessThan(longAfter.getTime());
  }
});

test('a market that the simulator does not know is not found', async () => {
  await expect(kalshi.getOutcome('KXNOPE-26NOV20-X')).rejects.toMatchObject({ code: 'KALSHI_MARKET_NOT_FOUND' });
});
