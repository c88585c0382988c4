import { ensurePresent } from '@coliseum/domain/assert';
import type { CandidateList } from '@coliseum/domain/candidate-list';
import { DAY_MS } from '@coliseum/domain/durations';
import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ArenaContext } from '../arena/arena-context.ts';
import { audit } from '../audit/audit.ts';
import { runDay } from '../pipeline/run-day.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { findUndecided } from './find-undecided.ts';
import { lookUpControl } from './look-up-control.ts';

let arena: TestArena;
let nextDay = 0;
beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(() => arena.close());
beforeEach(() => arena.simulator.setFaults([]));

/** Plays a day far from all others, and returns its date once `days` have passed since its lock. */
async function playDay(days: number): Promise<string> {
  const date = addDays('2026-03-02', (nextDay += 20));
  arena.moveTo(toLockTime(date));
  await runDay(arena.context, date);
  arena.moveTo(new Date(toLockTime(date).getTime() + days * DAY_MS));
  return date;
}

const readList = async (date: string): Promise<CandidateList> =>
  ensurePresent(await arena.database.candidateLists.findByDate(date), 'candidates');

/** The arena with an exchange that answers about each market by its ticker, and a list of those it was asked about. */
function asking(answer: (ticker: string) => MarketOutcome): {
  readonly context: ArenaContext;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const getOutcome = async (ticker: string) => {
    asked.push(ticker);
    return answer(ticker);
  };
  return { context: { ...arena.context, kalshi: { ...arena.context.kalshi, getOutcome } }, asked };
}

const yes: MarketOutcome = { state: 'final', settlementValueMicros: 1_000_000, settledAt: new Date(0) };
const pending: MarketOutcome = { state: 'pending', status: 'active', expectedAt: null };

async function expectCleanBooks(): Promise<void> {
  expect((await audit(arena.database, () => {})).problems).toEqual([]);
}

test('the drawn markets get their outcomes in the candidates and in the record, once, and the selected ones are not asked', async () => {
  const date = await playDay(2);
  const open = findUndecided(await readList(date)).map(({ ticker }) => ticker);
  expect(open.length).toBeGreaterThan(0);
  const { revision } = await arena.database.arenaState.get();
  const { context, asked } = asking(() => yes);
  expect(await lookUpControl(context)).toEqual({ asked: open.length, settled: open.length });
  expect(asked).toEqual(open);

  const settlement = { outcome: 'YES', value: '1.00', settledAt: arena.clock.now() };
  const list = await readList(date);
  const settled = list.candidates.filter((candidate) => candidate.settlement !== null);
  expect(settled.map(({ ticker, settlement: stored }) => [ticker, stored])).toEqual(
    open.map((ticker) => [ticker, settlement]),
  );
  const record = ensurePresent(await arena.database.dayRecords.findByDate(date), 'record');
  expect(record.candidates.filter((candidate) => candidate.settlement !== null)).toEqual(
    settled.map(({ ticker, price }) => ({ ticker, price, settlement })),
  );
  expect(await arena.database.arenaState.get()).toMatchObject({ revision: revision + 1, reason: 'control_settled' });

  expect(await lookUpControl(context)).toEqual({ asked: 0, settled: 0 });
  expect((await arena.database.arenaState.get()).revision).toBe(revision + 1);
  await expectCleanBooks();
});

test('words that contradict each other decide nothing, and a missing value voids only when it can no longer come', async () => {
  const date = await playDay(2);
  const [first, second] = findUndecided(await readList(date)).map(({ ticker }) => ticker);
  const now = arena.clock.now();
  const answers = new Map<string | undefined, MarketOutcome>([
    [first, { state: 'contradictory', reason: 'yes and 0' }],
    [second, { state: 'unresolvable', reason: 'no value', awaitedUntil: new Date(now.getTime() + DAY_MS) }],
  ]);
  const { context } = asking((ticker) => answers.get(ticker) ?? pending);
  expect(await lookUpControl(context)).toMatchObject({ settled: 0 });

  arena.moveTo(new Date(now.getTime() + DAY_MS));
  expect(await lookUpControl(context)).toMatchObject({ settled: 1 });
  const stored = (await readList(date)).candidates.filter(({ settlement }) => settlement !== null);
  expect(stored).toMatchObject([{ ticker: second, settlement: { outcome: 'VOID', value: null } }]);
  await expectCleanBooks();
});

test('a control is looked up until a week after the lock and no longer', async () => {
  await playDay(7);
  const { context } = asking(() => pending);
  expect((await lookUpControl(context)).asked).toBeGreaterThan(0);
  arena.moveTo(new Date(arena.clock.now().getTime() + 1));
  expect(await lookUpControl(context)).toEqual({ asked: 0, settled: 0 });
});

test('an exchange that goes away ends the round, and what it said before is kept', async () => {
  const date = await playDay(2);
  const open = findUndecided(await readList(date));
  let calls = 0;
  const { context } = asking(() => {
    calls += 1;
    if (calls === 1) return yes;
    throw new AppError({ code: 'KALSHI_UNAVAILABLE', message: 'Kalshi is down.', retryable: true });
  });
  expect(await lookUpControl(context)).toEqual({ asked: 1, settled: 1 });
  expect(findUndecided(await readList(date))).toHaveLength(open.length - 1);
  expect((await lookUpControl(asking(() => yes).context)).settled).toBe(open.length - 1);
});

test('two workers that look up at once settle each market once', async () => {
  const date = await playDay(2);
  const open = findUndecided(await readList(date));
  const { revision } = await arena.database.arenaState.get();
  const { context } = asking(() => yes);
  const reports = await Promise.all([lookUpControl(context), lookUpControl(context)]);
  expect(reports.reduce((sum, { settled }) => sum + settled, 0)).toBe(open.length);
  expect((await arena.database.arenaState.get()).revision).toBe(revision + 1);
});

test('a day that was skipped is not asked about', async () => {
  const date = await playDay(0);
  const skipped = addDays(date, 1);
  arena.moveTo(toLockTime(skipped));
  await arena.database.candidateLists.save({ ...(await readList(date)), id: arena.database.newId(), date: skipped });
  const { context, asked } = asking(() => pending);
  await lookUpControl(context);
  expect(new Set(asked).size).toBe(asked.length);
});
