import { toLockTime } from '@coliseum/domain/match-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countPaidCalls } from '../testing/count-paid-calls.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { runDay } from './run-day.ts';

let arena: TestArena;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

test('a bankroll that changes between a crash and resuming changes no prompt, so no call is paid twice', async () => {
  const date = '2026-03-03';
  arena.moveTo(toLockTime(date));
  const dying = countPaidCalls(arena.context, ({ decisions }) => (decisions > 3 ? new TypeError('gone') : null));
  await expect(runDay(dying.context, date)).rejects.toThrow('gone');
  await expect.poll(async () => await arena.database.paidCalls.listWithAnswers(date)).toHaveLength(1 + 20 + 3);

  const agents = await arena.database.agents.list();
  await arena.database.agents.updateMany(agents.map((agent) => ({ ...agent, currentBankrollCents: 12_000_000 })));
  const resumed = countPaidCalls(arena.context);
  const result = await runDay(resumed.context, date);
  expect(resumed.calls).toEqual({ selections: 0, research: 0, decisions: 37 });
  const bets = await arena.database.bets.listByBatch(result.status === 'completed' ? result.day.batch.id : '');
  expect(bets.filter(({ promptSystem }) => !promptSystem.includes('Your bankroll: $100,000.00'))).toEqual([]);
});
