import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countPaidCalls } from '../testing/count-paid-calls.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { readCheckpoint, type Checkpoint } from './checkpoint.ts';
import { retryEvent } from './retry-event.ts';
import { runDay } from './run-day.ts';

const SECTIONS = 4;

let arena: TestArena;
let nextDay = 0;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

/** Plays a new day up to a stage, with the research of one of its events failing. */
async function playWithFailedBrief(until: 'research' | 'betting'): Promise<{ date: string; ticker: string }> {
  const date = addDays('2026-03-02', (nextDay += 1));
  arena.moveTo(toLockTime(date));
  const down = new AppError({ code: 'EXA_UNAVAILABLE', message: 'down', retryable: true });
  const failing = countPaidCalls(arena.context, ({ research, decisions }) =>
    decisions === 0 && research >= 1 && research <= SECTIONS ? down : null,
  );
  await runDay(failing.context, date, { until });
  const { ingestion, research } = await loadCheckpoint(date);
  const failed = research?.briefs.find(({ status }) => status === 'failed');
  const market = ingestion?.markets.find(({ eventId }) => eventId === failed?.eventId);
  if (market === undefined) throw new Error('no brief failed');
  return { date, ticker: market.ticker };
}

async function loadCheckpoint(date: string): Promise<Checkpoint> {
  return readCheckpoint((await arena.database.runs.findByDate(date))?.checkpoint ?? null);
}

test('only the failed brief is researched again, and the day can be resumed', async () => {
  const { date, ticker } = await playWithFailedBrief('research');
  const before = await loadCheckpoint(date);
  const retry = countPaidCalls(arena.context);
  expect(await retryEvent(retry.context, { date, ticker })).toEqual({
    ticker,
    briefStatus: 'complete',
    isDecidedAgain: false,
  });
  expect(retry.calls).toEqual({ selections: 0, research: SECTIONS, decisions: 0 });
  const after = await loadCheckpoint(date);
  expect(after.ingestion).toEqual(before.ingestion);
  expect(after.research?.briefs.map(({ eventId }) => eventId)).toEqual(
    before.research?.briefs.map(({ eventId }) => eventId),
  );
  expect(await arena.database.runs.findByDate(date)).toMatchObject({
    status: 'failed',
    reason: 'stopped_by_operator',
    leaseOwner: null,
  });
  const rest = countPaidCalls(arena.context);
  const result = await runDay(rest.context, date);
  expect(rest.calls).toEqual({ selections: 0, research: 0, decisions: ANSWERS_PER_DAY });
  expect(
    result.status === 'completed' && result.day.events.every(({ briefStatus }) => briefStatus === 'complete'),
  ).toBe(true);
});

test('agents that had answered are asked again about that event only', async () => {
  const { date, ticker } = await playWithFailedBrief('betting');
  const before = await loadCheckpoint(date);
  const market = before.ingestion?.markets.find((one) => one.ticker === ticker);
  const retry = countPaidCalls(arena.context);
  expect(await retryEvent(retry.context, { date, ticker })).toMatchObject({ isDecidedAgain: true });
  expect(retry.calls).toEqual({ selections: 0, research: SECTIONS, decisions: 8 });
  const after = await loadCheckpoint(date);
  const listOtherAnswers = ({ betting }: Checkpoint) =>
    betting?.answers.filter(({ eventId }) => eventId !== market?.eventId);
  expect(listOtherAnswers(after)).toEqual(listOtherAnswers(before));
  expect(after.betting?.answers).toHaveLength(ANSWERS_PER_DAY);
  const dropped = await arena.database.paidCalls.listDropped(date);
  expect(new Set(dropped.map(({ eventId }) => eventId))).toEqual(new Set([market?.eventId]));
  expect(dropped.filter(({ purpose }) => purpose === 'research')).toHaveLength(SECTIONS);
  expect(dropped.filter(({ purpose }) => purpose === 'decision')).toHaveLength(8);
  expect(await arena.database.runs.findByDate(date)).toMatchObject({ timesPlayed: 2 });
  const rest = countPaidCalls(arena.context);
  expect((await runDay(rest.context, date)).status).toBe('completed');
  expect(rest.calls).toEqual({ selections: 0, research: 0, decisions: 0 });
});

test('a committed day, a complete brief and an unknown event are refused', async () => {
  const { date, ticker } = await playWithFailedBrief('research');
  const complete = (await loadCheckpoint(date)).ingestion?.markets.find((one) => one.ticker !== ticker);
  await expect(retryEvent(arena.context, { date, ticker: complete?.ticker ?? '' })).rejects.toThrow('is complete');
  await expect(retryEvent(arena.context, { date, ticker: 'KXNONE' })).rejects.toThrow('KXNONE is not an event');
  expect(await arena.database.runs.findByDate(date)).toMatchObject({ leaseOwner: null });
  await runDay(arena.context, date);
  await expect(retryEvent(arena.context, { date, ticker })).rejects.toMatchObject({ code: 'BATCH_EXISTS' });
});
