import { AGENT_COUNT, MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDay } from '../pipeline/run-day.ts';
import { settleDue } from '../settlement/settle-due.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { audit } from './audit.ts';

let arena: TestArena;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  await runDay(arena.context, '2026-03-02');
  arena.moveTo(new Date('2026-03-06T00:00:00Z'));
  await settleDue(arena.context, () => {});
});
afterAll(async () => {
  await arena.close();
});

test('untouched books have no problems', async () => {
  const report = await audit(arena.database, () => {});
  expect(report).toMatchObject({
    ok: true,
    problems: [],
    checked: { agents: AGENT_COUNT, events: MATCHES_PER_DAY, bets: ANSWERS_PER_DAY },
  });
  expect(report.checked.ledgerEntries).toBeGreaterThan(8);
});

test('a balance changed by one cent is reported', async () => {
  const [agent] = await arena.database.agents.list();
  if (agent === undefined) throw new Error('no agent');
  await arena.database.agents.updateMany([{ ...agent, currentBankrollCents: agent.currentBankrollCents + 1 }]);
  const { ok, problems } = await audit(arena.database, () => {});
  await arena.database.agents.updateMany([agent]);
  expect(ok).toBe(false);
  expect(problems).toEqual([expect.stringContaining(`agent ${agent.name}: bankroll`)]);
});

test('a P&L that does not follow from its bet is reported', async () => {
  const bets = await arena.database.bets.listByBatch((await arena.database.batches.findLatest())?.id ?? '');
  const bet = bets.find(({ outcome }) => outcome === 'WIN' || outcome === 'LOSS');
  if (bet?.pnlCents === undefined || bet.pnlCents === null) throw new Error('no settled bet');
  await arena.database.bets.updateMany([{ ...bet, pnlCents: bet.pnlCents + 100 }]);
  const { problems } = await audit(arena.database, () => {});
  await arena.database.bets.updateMany([bet]);
  expect(problems).toContainEqual(
    expect.stringContaining(`bet ${bet.id}: P&L is ${bet.pnlCents + 100}, derived ${bet.pnlCents}`),
  );
});

test('a ledger entry without a bet is reported', async () => {
  const [agent] = await arena.database.agents.list();
  if (agent === undefined) throw new Error('no agent');
  const stray = {
    id: arena.database.newId(),
    key: 'settlement_ffffffffffffffffffffffff',
    kind: 'settlement',
    agentId: agent.id,
    betId: null,
    eventId: null,
    batchId: null,
    equityDeltaCents: 0,
    reservedDeltaCents: 0,
    equityAfterCents: agent.currentBankrollCents,
    reservedAfterCents: agent.reservedCents,
    occurredAt: arena.clock.now(),
  } as const;
  await arena.database.ledger.insertMany([stray]);
  const { problems } = await audit(arena.database, () => {});
  expect(problems).toEqual(['ledger settlement_ffffffffffffffffffffffff belongs to no bet']);
});
