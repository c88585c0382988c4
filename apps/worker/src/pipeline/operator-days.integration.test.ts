import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import { sha256 } from '@coliseum/receipts/sha256';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completionCodec } from '../paid-calls/answer-codec.ts';
import { verifyReceipts } from '../receipts/verify-receipts.ts';
import { countPaidCalls } from '../testing/count-paid-calls.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { runDay } from './run-day.ts';

let arena: TestArena;
let nextDay = 0;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

/** A new match date, with the clock set to its lock time. */
function beginDay(): string {
  const date = addDays('2026-03-02', (nextDay += 1));
  arena.moveTo(toLockTime(date));
  return date;
}

test('a day stopped after Research waits for the operator, and resumes without repeating calls', async () => {
  const date = beginDay();
  const first = countPaidCalls(arena.context);
  expect(await runDay(first.context, date, { until: 'research' })).toEqual({ status: 'stopped', after: 'research' });
  expect(first.calls).toEqual({ selections: 1, research: 20, decisions: 0 });
  expect(await arena.database.batches.findByDate(date)).toBeNull();
  expect(await arena.database.runs.findByDate(date)).toMatchObject({
    status: 'failed',
    reason: 'stopped_by_operator',
    errors: [],
    leaseOwner: null,
  });

  const rest = countPaidCalls(arena.context);
  expect(await runDay(rest.context, date)).toMatchObject({ status: 'completed', day: { run: { reason: null } } });
  expect(rest.calls).toEqual({ selections: 0, research: 0, decisions: ANSWERS_PER_DAY });
});

test('a day that is already past the `until` stage makes no calls', async () => {
  const date = beginDay();
  await runDay(arena.context, date, { until: 'betting' });
  const again = countPaidCalls(arena.context);
  expect(await runDay(again.context, date, { until: 'ingestion' })).toEqual({ status: 'stopped', after: 'ingestion' });
  expect(again.calls).toEqual({ selections: 0, research: 0, decisions: 0 });
});

test('a day played again from Research keeps its card and repeats all later calls', async () => {
  const date = beginDay();
  await runDay(arena.context, date, { until: 'betting' });
  const before = await arena.database.runs.findByDate(date);
  const again = countPaidCalls(arena.context);
  const result = await runDay(again.context, date, { from: 'research' });
  expect(again.calls).toEqual({ selections: 0, research: 20, decisions: ANSWERS_PER_DAY });
  const tickers = result.status === 'completed' ? result.day.events.map(({ kalshiTicker }) => kalshiTicker) : [];
  expect(tickers).toHaveLength(MATCHES_PER_DAY);
  for (const ticker of tickers) expect(before?.checkpoint).toContain(ticker);
});

test('the receipt of a day that was played again shows how often, and the hash of every dropped answer', async () => {
  const date = beginDay();
  await runDay(arena.context, date, { until: 'betting' });
  const first = await arena.database.paidCalls.listWithAnswers(date);
  await runDay(arena.context, date, { from: 'betting', until: 'betting' });
  await runDay(arena.context, date, { from: 'betting' });
  const dropped = await arena.database.paidCalls.listDropped(date);
  expect(dropped).toHaveLength(2 * ANSWERS_PER_DAY);
  for (const call of first.filter(({ purpose }) => purpose === 'decision')) {
    expect(call.answerSha256).toBe(sha256(completionCodec.toText(completionCodec.read(call.answer ?? ''))));
    expect(dropped).toContainEqual(
      expect.objectContaining({ requestSha256: call.requestSha256, answerSha256: call.answerSha256, answer: null }),
    );
  }
  expect(await arena.database.runs.findByDate(date)).toMatchObject({ status: 'completed', timesPlayed: 3 });
  expect(await verifyReceipts(arena.database, () => {})).toMatchObject({ ok: true, head: { date } });
});

test('what an interrupted try was answered and the next does not ask again counts as dropped', async () => {
  const date = beginDay();
  const stopping = new AbortController();
  const { context } = countPaidCalls(arena.context, ({ research }) => {
    if (research === 3) stopping.abort();
    return null;
  });
  await expect(runDay({ ...context, stopping: stopping.signal }, date)).rejects.toMatchObject({
    code: 'WORKER_STOPPING',
  });
  const [answered] = (await arena.database.paidCalls.listWithAnswers(date)).filter(
    ({ purpose }) => purpose === 'research',
  );
  if (answered === undefined) throw new Error('no answer');
  const other = { ...answered, id: arena.database.newId(), requestSha256: '0'.repeat(64) };
  await arena.database.paidCalls.insertMany([other]);
  await runDay(arena.context, date);
  expect(await arena.database.paidCalls.listDropped(date)).toMatchObject([
    { id: other.id, requestSha256: other.requestSha256 },
  ]);
  expect(await arena.database.runs.findByDate(date)).toMatchObject({ timesPlayed: 1 });
});

test('a stopping worker hands its day over at once, and the next worker finishes it', async () => {
  const date = beginDay();
  const stopping = new AbortController();
  const { context } = countPaidCalls(arena.context, ({ decisions }) => {
    if (decisions === 3) stopping.abort();
    return null;
  });
  await expect(runDay({ ...context, stopping: stopping.signal }, date)).rejects.toMatchObject({
    code: 'WORKER_STOPPING',
    retryable: true,
  });
  expect(await arena.database.runs.findByDate(date)).toMatchObject({
    status: 'running',
    stage: 'betting',
    errors: [],
    leaseOwner: null,
    leaseExpiresAt: null,
  });
  const next = countPaidCalls(arena.context);
  expect((await runDay(next.context, date)).status).toBe('completed');
  expect(next.calls).toMatchObject({ selections: 0, research: 0 });
});

test('a stopping worker starts no day', async () => {
  const date = beginDay();
  const stopped = { ...arena.context, stopping: AbortSignal.abort() };
  await expect(runDay(stopped, date)).rejects.toMatchObject({ code: 'WORKER_STOPPING' });
  expect(await arena.database.runs.findByDate(date)).toBeNull();
});
