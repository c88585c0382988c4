import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { expect, test } from 'vitest';
import { LOCKED_AT, makeMarket, makeRun } from '../testing/fixtures.ts';
import { writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { checkPlayable } from './replay-day.ts';

const DATE = '2026-03-02';
const NEXT_DAY = new Date('2026-03-03T09:00:00Z');
const ingestion = { lockedAt: LOCKED_AT, markets: [makeMarket()] };

function makeFailedRun(output: Checkpoint | null): PipelineRun {
  const checkpoint = output && writeCheckpoint(output);
  return makeRun({ date: DATE, status: 'failed', reason: 'EXA_NO_CREDIT', checkpoint });
}

test.each([
  ["today's day that was never started", null, undefined, LOCKED_AT],
  ["today's day, from the start", makeFailedRun({ ingestion }), 'ingestion', LOCKED_AT],
  ['yesterday, whose prices are locked', makeFailedRun({ ingestion }), undefined, NEXT_DAY],
  ['yesterday, from its research', makeFailedRun({ ingestion }), 'research', NEXT_DAY],
] as const)('the day can be played: %s', (_name, run, from, now) => {
  expect(checkPlayable(run, { date: DATE, from, now })).toEqual({ ok: true, value: null });
});

test.each([
  ['an earlier day that was never started', null, undefined, NEXT_DAY, 'cannot be started'],
  ['yesterday, before its prices were locked', makeFailedRun(null), undefined, NEXT_DAY, 'cannot be started'],
  ['yesterday, with new prices', makeFailedRun({ ingestion }), 'ingestion', NEXT_DAY, 'cannot be started'],
  ['research without markets', makeFailedRun(null), 'research', LOCKED_AT, 'no finished ingestion'],
  ['betting without briefs', makeFailedRun({ ingestion }), 'betting', LOCKED_AT, '--from research'],
] as const)('the day cannot be played: %s', (_name, run, from, now, message) => {
  const playable = checkPlayable(run, { date: DATE, from, now });
  expect(playable).toMatchObject({ ok: false, error: expect.stringContaining(message) });
});
