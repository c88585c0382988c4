import { EVENT_CAP_PERCENT, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { ensurePresent } from '@coliseum/domain/assert';
import { isStakedBet } from '@coliseum/domain/bet';
import { addDays } from '@coliseum/domain/match-date';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit } from '../../audit/audit.ts';
import { verifyReceipts } from '../../receipts/verify-receipts.ts';
import { makeDecidedDay } from '../../testing/decided-day.ts';
import { LOCKED_AT } from '../../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../../testing/start-test-arena.ts';
import { commitDay, type CommittedDay } from './commit-day.ts';

let arena: TestArena;

beforeEach(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterEach(async () => {
  await arena.close();
});

/** Takes the lease of a run and commits a day on which only the first agent bets. */
async function commit(date: string, requestedAmountCents = 50_000): Promise<CommittedDay> {
  const { database } = arena;
  const agents = await database.agents.list();
  const lease = { date, workerId: `worker of ${date}`, now: LOCKED_AT, leaseMs: 60_000 };
  const run = ensurePresent(await database.runs.acquireLease(lease), 'lease');
  const answers = [[{ decision: 'YES', requestedAmountCents }], []] as const;
  const day = makeDecidedDay({ date, at: LOCKED_AT, answers, agents, newId: () => database.newId() });
  return await commitDay(arena.context, day, run);
}

test('days committed at the same time form one chain of receipts', async () => {
  const dates = [0, 1, 2, 3].map((offset) => addDays('2026-03-02', offset));
  await Promise.all(dates.map((date) => commit(date)));
  expect(await verifyReceipts(arena.database, () => {})).toMatchObject({ ok: true, verified: 4, broken: null });
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});

test("a stake above the persona's cap is stored as cut to it, with the cap of the day", async () => {
  const { batch } = await commit('2026-03-02', 5_000_000);
  const stored = ensurePresent(await arena.database.batches.findLatest(), 'batch');
  const personaCapPercent = ensurePresent(stored.personaCapPercent, "persona's cap");
  expect(personaCapPercent).toBeLessThan(EVENT_CAP_PERCENT);
  expect(batch.personaCapPercent).toBe(personaCapPercent);
  const stakes = (await arena.database.bets.listByBatch(stored.id)).filter(isStakedBet);
  expect(stakes).toMatchObject([
    { capApplied: 'persona', amountWageredCents: (STARTING_BANKROLL_CENTS * personaCapPercent) / 100 },
  ]);
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});

test('a failed commit leaves no receipt', async () => {
  await commit('2026-03-02');
  await expect(commit('2026-03-02')).rejects.toMatchObject({ code: 'DATABASE_CONFLICT' });
  expect((await arena.database.receipts.findLatest())?.sequence).toBe(1);
});
