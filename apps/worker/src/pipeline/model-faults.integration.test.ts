import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { OpenRouterCallKind } from '@coliseum/simulator/faults/fault-kinds';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { audit } from '../audit/audit.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
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

/** Plays a day on which every call of one kind fails in one way. */
async function playDay(kind: OpenRouterCallKind, schema = 'bet_decision') {
  const date = addDays('2026-03-02', (nextDay += 1));
  arena.moveTo(toLockTime(date));
  arena.simulator.setFaults([{ name: 'test', service: 'openrouter', schema, kinds: [kind] }]);
  const result = await runDay(arena.context, date);
  const batch = await arena.database.batches.findByDate(date);
  const bets = batch === null ? [] : await arena.database.bets.listByBatch(batch.id);
  const count = (matches: (bet: (typeof bets)[number]) => boolean): number => bets.filter(matches).length;
  return { date, result, bets, count, costMicroDollars: await arena.database.paidCalls.sumCostMicroDollars(date) };
}

test.each<OpenRouterCallKind>(['odd-usage', 'content-parts', 'reasoned-draft', 'prose-around-json'])(
  'a day of answers with %s has forty decisions that were meant, each paid once',
  async (kind) => {
    const { result, bets, count } = await playDay(kind);
    expect(result.status).toBe('completed');
    expect(bets).toHaveLength(ANSWERS_PER_DAY);
    expect(count(({ abstainReason }) => abstainReason !== null && abstainReason !== 'chosen')).toBe(0);
    expect(count(({ rejectedOutput }) => rejectedOutput !== null)).toBe(0);
    // The draft stakes nine thousand dollars; the simulated models never do.
    expect(count(({ requestedAmountCents }) => requestedAmountCents === 900_000)).toBe(0);
  },
);

test('a day of drafts beside final answers stakes nothing, and asks each agent twice', async () => {
  const { result, bets, count } = await playDay('draft-and-final');
  expect(result.status).toBe('completed');
  expect(count(({ abstainReason }) => abstainReason === 'invalid_output')).toBe(ANSWERS_PER_DAY);
  expect(bets.every(({ rejectedOutput, abstainDetail }) => rejectedOutput !== null && abstainDetail !== null)).toBe(
    true,
  );
});

test.each<[OpenRouterCallKind, string]>([
  ['bare-pass', 'chosen'],
  ['content-filter', 'refusal'],
  ['key-limit', 'no_credit'],
  ['data-policy', 'unavailable'],
  ['daily-limit', 'rate_limited'],
])('a day of %s is played to its end, with the reason %s and no second question', async (kind, reason) => {
  const { result, count } = await playDay(kind);
  expect(result.status).toBe('completed');
  expect(count(({ abstainReason }) => abstainReason === reason)).toBe(ANSWERS_PER_DAY);
  expect(count(({ rejectedOutput }) => rejectedOutput !== null)).toBe(0);
});

test.each<OpenRouterCallKind>(['empty-length', 'wrong-shape', 'content-filter', 'moderated'])(
  'a selector that only sends %s does not end the day: it is played by rank, and the record says so',
  async (kind) => {
    const { date, result } = await playDay(kind, 'market_selection');
    expect(result.status).toBe('completed');
    const events = result.status === 'completed' ? result.day.events : [];
    expect(events).toHaveLength(5);
    expect(events.every(({ selectionReason }) => selectionReason.includes('no usable selection'))).toBe(true);
    const run = await arena.database.runs.findByDate(date);
    expect(run?.errors.map(({ code }) => code)).toContain('selection_invalid');
  },
);

test('with keys of one’s own the day costs what the providers charge', async () => {
  const { bets, costMicroDollars } = await playDay('own-key');
  const decisions = bets.map(({ usage }) => usage?.costMicroDollars ?? 0);
  expect(decisions.every((cost) => cost > 0)).toBe(true);
  expect(costMicroDollars).toBeGreaterThan(decisions.reduce((sum, cost) => sum + cost, 0));
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});
