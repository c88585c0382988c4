import { connectDatabase } from '@coliseum/db/connect';
import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { addDays } from '@coliseum/domain/match-date';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit } from '../audit/audit.ts';
import { runDay } from '../pipeline/run-day.ts';
import { settleEvent } from '../settlement/settle-event.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { parseOutput, runArena } from '../testing/run-arena.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';

const START_DATE = '2026-03-02';
const FIRST_FINAL_AT = new Date('2026-03-05T00:00:00Z');
const ALL_FINAL_AT = new Date('2026-03-12T00:00:00Z');
const TIMEOUT_MS = 1_800_000;

let arena: TestArena;

beforeEach(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterEach(async () => {
  await arena.close();
});

/** Plays days in a row without settling them. Returns the ids of their events. */
async function playDays(days: number): Promise<readonly string[]> {
  for (let day = 0; day < days; day += 1) {
    const date = addDays(START_DATE, day);
    arena.moveTo(new Date(`${date}T14:00:00Z`));
    await runDay(arena.context, date);
  }
  arena.moveTo(ALL_FINAL_AT);
  return (await arena.database.events.listUnsettled()).map(({ id }) => id);
}

/** Starts the same command in several processes at the same time, with their clocks at `now`. */
async function race(args: readonly string[], processes: number, now = arena.clock.now()): Promise<readonly unknown[]> {
  const { simulator, mongodbUrl } = arena;
  const env = {
    MONGODB_URL: mongodbUrl,
    KALSHI_BASE_URL: simulator.kalshiBaseUrl,
    OPENROUTER_BASE_URL: simulator.openRouterBaseUrl,
    EXA_BASE_URL: simulator.exaBaseUrl,
    LOG_LEVEL: 'silent',
  };
  const exits = Array.from({ length: processes }, async () => await runArena([...args, '--json'], env, now));
  return (await Promise.all(exits)).map(parseOutput);
}

/** Ledger keys are unique, so an equal number of settlements and reservations means one settlement per stake. */
async function expectSettledOnce(events: number): Promise<void> {
  const report = await audit(arena.database, () => {});
  expect(report).toMatchObject({ ok: true, problems: [], checked: { events } });
  const kinds: string[] = [];
  for await (const { kind } of arena.database.ledger.stream()) kinds.push(kind);
  const count = (kind: string): number => kinds.filter((other) => other === kind).length;
  expect(count('settlement')).toBe(count('reserve'));
  expect(count('settlement')).toBeGreaterThan(events);
  expect(await arena.database.events.listUnsettled()).toEqual([]);
}

test(
  'when six workers on two connections settle an event at the same time, exactly one does',
  { timeout: TIMEOUT_MS },
  async () => {
    const ids = await playDays(4);
    const other = await connectDatabase({ url: arena.mongodbUrl });
    const contexts = [arena.context, { ...arena.context, database: other }];
    for (const id of ids) {
      const contenders = Array.from({ length: 6 }, (_, index) => contexts[index % 2] ?? arena.context);
      const results = await Promise.all(contenders.map(async (context) => await settleEvent(context, id)));
      const statuses = results.map(({ status }) => status).toSorted();
      expect(statuses).toEqual([...Array.from({ length: 5 }, () => 'already_settled'), 'settled']);
    }
    await other.close();
    await expectSettledOnce(ids.length);
  },
);

test('twenty events settled at the same time by two workers each pass the audit', { timeout: TIMEOUT_MS }, async () => {
  const ids = await playDays(4);
  const other = await connectDatabase({ url: arena.mongodbUrl });
  const settleAll = ids.flatMap((id) => [
    settleEvent(arena.context, id),
    settleEvent({ ...arena.context, database: other }, id),
  ]);
  const settled = (await Promise.all(settleAll)).filter(({ status }) => status === 'settled');
  expect(settled).toHaveLength(ids.length);
  await other.close();
  await expectSettledOnce(ids.length);
});

test('three processes that run "settle" at the same time settle each event once', { timeout: TIMEOUT_MS }, async () => {
  const ids = await playDays(4);
  for (const answer of await race(['settle'], 3)) expect(answer).toMatchObject({ failed: 0, pending: 0 });
  await expectSettledOnce(ids.length);
});

test(
  'three processes that recheck at the same time amend each changed event once',
  { timeout: TIMEOUT_MS },
  async () => {
    const fault = { name: 'changed', service: 'kalshi', probability: 0.5 } as const;
    arena.simulator.setFaults([{ ...fault, kinds: ['final-word-changes'] }]);
    await playDays(2);
    arena.simulator.setNow(FIRST_FINAL_AT);
    await race(['settle'], 1, FIRST_FINAL_AT);
    arena.simulator.setNow(ALL_FINAL_AT);
    await race(['settle', '--recheck'], 3);
    const amendments: number[] = [];
    for await (const event of arena.database.events.stream()) amendments.push(event.amendments.length);
    expect(new Set(amendments)).toEqual(new Set([0, 1]));
    expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
  },
);

test(
  'when three processes play the same day, one does, and no call is paid twice',
  { timeout: TIMEOUT_MS },
  async () => {
    arena.moveTo(new Date(`${START_DATE}T15:00:00Z`));
    const answers = await race(['run', '--date', START_DATE], 3);
    const completed = answers.filter((answer) => JSON.stringify(answer).includes('"status":"completed"'));
    const refused = answers.filter((answer) => /BATCH_EXISTS|RUN_IN_PROGRESS/.test(JSON.stringify(answer)));
    expect([completed.length, refused.length]).toEqual([1, 2]);
    expect(await arena.database.batches.count()).toBe(1);
    expect(await audit(arena.database, () => {})).toMatchObject({
      ok: true,
      checked: { events: MATCHES_PER_DAY, bets: ANSWERS_PER_DAY },
    });
    const completions = arena.simulator.requests().filter(({ endpoint }) => endpoint === '/chat/completions');
    expect(completions).toHaveLength(1 + ANSWERS_PER_DAY);
  },
);
