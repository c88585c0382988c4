import { ensurePresent } from '@coliseum/domain/assert';
import type { Candidate } from '@coliseum/domain/candidate-list';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { FaultRuleInput } from '@coliseum/simulator/faults/fault-rule';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { countPaidCalls } from '../testing/count-paid-calls.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { readCheckpoint } from './checkpoint.ts';
import { runDay } from './run-day.ts';

let arena: TestArena;
let nextDay = 0;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterEach(() => arena.simulator.setFaults([]));
afterAll(async () => {
  await arena.close();
});

/** A new match date, on which Kalshi has these faults. */
function beginDay(
  ...faults: readonly Omit<Extract<FaultRuleInput, { service: 'kalshi' }>, 'name' | 'service'>[]
): string {
  const date = addDays('2026-03-02', (nextDay += 1));
  arena.moveTo(toLockTime(date));
  arena.simulator.setFaults(faults.map((fault, index) => ({ ...fault, name: `fault ${index}`, service: 'kalshi' })));
  return date;
}

async function listCandidates(date: string): Promise<readonly Candidate[]> {
  for await (const list of arena.database.candidateLists.stream()) if (list.date === date) return list.candidates;
  return [];
}

test('nobody bets at a price that nobody offers', async () => {
  const date = beginDay({ kinds: ['wide-quotes', 'stale-trade', 'no-quotes'], probability: 0.5 });
  const result = await runDay(arena.context, date);
  const reasons = new Set((await listCandidates(date)).map(({ filterReason }) => filterReason));
  expect([...reasons]).toEqual(expect.arrayContaining(['wide_spread', 'no_quote', 'empty_book']));
  const events = result.status === 'completed' ? result.day.events : [];
  expect(events).toHaveLength(5);
  for (const { lockedPrice, lockedBid, lockedAsk } of events) {
    expect(Number(lockedPrice)).toBeGreaterThanOrEqual(Number(lockedBid));
    expect(Number(lockedPrice)).toBeLessThanOrEqual(Number(lockedAsk));
  }
  const run = await arena.database.runs.findByDate(date);
  expect(run?.stages[0]?.counts['filtered_wide_spread']).toBeGreaterThan(0);
});

test('counts with four decimals cost no market', async () => {
  const date = beginDay({ kinds: ['four-decimals'] });
  expect(await runDay(arena.context, date)).toMatchObject({ status: 'completed' });
  expect((await listCandidates(date)).every(({ volume24hHundredths }) => volume24hHundredths !== null)).toBe(true);
});

test.each(['unavailable-html', 'not-json', 'connection-drop', 'forbidden-html', 'rate-limited'] as const)(
  'a series that answers with %s costs its events the category, not the day',
  async (kind) => {
    const date = beginDay(
      { endpoint: '/events', kinds: ['no-categories'] },
      { endpoint: '/series/:ticker', kinds: [kind] },
    );
    const result = await runDay(arena.context, date);
    expect(result.status === 'completed' && result.day.events.map(({ kalshiCategory }) => kalshiCategory)).toEqual(
      Array.from({ length: 5 }, () => 'Other'),
    );
  },
);

test('a day on which most markets cannot be read says that the format changed, and by which field', async () => {
  const date = beginDay({ kinds: ['unreadable-price'], probability: 0.7 });
  expect(await runDay(arena.context, date)).toMatchObject({
    status: 'skipped',
    skip: {
      reason: 'kalshi_format_changed',
      detail: expect.stringMatching(/^The exchange's format changed: \d+ of \d+ .*\(yes_bid_dollars \d+\)/),
    },
  });
});

test('a day on which some markets cannot be read is played, and counts them by field', async () => {
  const date = beginDay({ kinds: ['unreadable-price', 'unknown-words'], probability: 0.3 });
  expect(await runDay(arena.context, date)).toMatchObject({ status: 'completed' });
  const { counts = {} } = (await arena.database.runs.findByDate(date))?.stages[0] ?? {};
  const { unreadable = 0, unreadable_status: status = 0, unreadable_yes_bid_dollars: bid = 0 } = counts;
  expect(Math.min(status, bid)).toBeGreaterThan(0);
  expect(status + bid).toBe(unreadable);
});

test('a day with too few markets says how many more could not be read', async () => {
  const date = beginDay({ kinds: ['unreadable-price'], probability: 0.3 });
  const { kalshi } = arena.context;
  const listCandidates: typeof kalshi.listCandidates = async (window) =>
    (await kalshi.listCandidates(window)).slice(0, 4);
  expect(await runDay({ ...arena.context, kalshi: { ...kalshi, listCandidates } }, date)).toMatchObject({
    skip: {
      reason: 'fewer_than_five_markets',
      detail: expect.stringMatching(/ Of all that Kalshi lists, \d+ cannot be read \(yes_bid_dollars \d+\)\.$/),
    },
  });
});

test('an exchange that was empty for a while is played when it is back', async () => {
  const date = beginDay({ endpoint: '/events', kinds: ['empty-list'], calls: [1, 2, 3] });
  expect(await runDay(arena.context, date)).toMatchObject({ status: 'completed' });
});

test('an exchange that stays empty is an outage, not a day with too few markets', async () => {
  const date = beginDay({ endpoint: '/events', kinds: ['empty-list'] });
  expect(await runDay(arena.context, date)).toMatchObject({
    status: 'skipped',
    skip: { reason: 'kalshi_unavailable' },
  });
});

test('a cursor that expires on the second page restarts the list', async () => {
  const date = beginDay({ endpoint: '/events', script: ['short-page', 'expired-cursor'] });
  expect(await runDay(arena.context, date)).toMatchObject({ status: 'completed' });
});

/** The ticker of the third match of a day that is being played. */
async function findThirdTicker(date: string): Promise<string> {
  const run = await arena.database.runs.findByDate(date);
  return ensurePresent(readCheckpoint(run?.checkpoint ?? null).ingestion?.markets[2], 'a third match').ticker;
}

function endMarket(ticker: string): void {
  arena.simulator.setFaults([{ name: 'over', service: 'kalshi', kinds: ['over'], market: ticker }]);
}

test('a day whose market was decided while the agents thought is skipped, and no money moves', async () => {
  const date = beginDay();
  const before = await arena.database.agents.list();
  await runDay(arena.context, date, { until: 'research' });
  const ticker = await findThirdTicker(date);
  const { context } = countPaidCalls(arena.context, ({ decisions }) => {
    if (decisions === 20) endMarket(ticker);
    return null;
  });
  expect(await runDay(context, date)).toMatchObject({
    status: 'skipped',
    skip: { reason: 'closed_before_commit', detail: expect.stringContaining(`${ticker} (determined)`) },
  });
  expect(await arena.database.batches.findByDate(date)).toBeNull();
  expect(await arena.database.agents.list()).toEqual(before);
});

test('a day that was stopped after the bets is not committed on a market that was decided meanwhile', async () => {
  const date = beginDay();
  await runDay(arena.context, date, { until: 'betting' });
  const ticker = await findThirdTicker(date);
  endMarket(ticker);
  arena.moveTo(new Date(arena.clock.now().getTime() + 10 * 60_000));
  expect(await runDay(arena.context, date)).toMatchObject({
    status: 'skipped',
    skip: { reason: 'closed_before_commit', detail: expect.stringContaining(ticker) },
  });
});

test('a skipped day can be played again with other markets while its date lasts', async () => {
  const date = beginDay();
  await runDay(arena.context, date, { until: 'betting' });
  const ticker = await findThirdTicker(date);
  endMarket(ticker);
  arena.moveTo(new Date(arena.clock.now().getTime() + 10 * 60_000));
  await runDay(arena.context, date);
  const again = await runDay(arena.context, date, { from: 'ingestion' });
  const tickers = again.status === 'completed' ? again.day.events.map(({ kalshiTicker }) => kalshiTicker) : [];
  expect(tickers).toHaveLength(5);
  expect(tickers).not.toContain(ticker);
});
