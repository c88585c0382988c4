import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { expect, test } from 'vitest';
import { LOCKED_AT, toId, makeMarket } from '../testing/fixtures.ts';
import { writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { checkPlayable } from './replay-day.ts';

const DATE = '2026-03-02';
const NEXT_DAY = new Date('2026-03-03T09:00:00Z');
const ingestion = { lockedAt: LOCKED_AT, markets: [makeMarket()] };

function makeRun(checkpoint: Checkpoint | null): PipelineRun {
  return {
    id: toId(1),
    date: DATE,
    status: 'failed',
    stage: null,
    stages: [],
    attempts: 1,
    reason: 'EXA_NO_CREDIT',
    errors: [],
    checkpoint: checkpoint && writeCheckpoint(checkpoint),
    batchId: null,
    leaseOwner: null,
    leaseExpiresAt: null,
    startedAt: LOCKED_AT,
    finishedAt: LOCKED_AT,
    updatedAt: LOCKED_AT,
  };
}

test.each([
  ["today's day that was never started", null, undefined, LOCKED_AT],
  ["today's day, from the start", makeRun({ ingestion }), 'ingestion', LOCKED_AT],
  ['yesterday, whose prices are locked', makeRun({ ingestion }), undefined, NEXT_DAY],
  ['yesterday, from its research', makeRun({ ingestion }), 'research', NEXT_DAY],
] as const)('the day can be played: %s', (_name, run, from, now) => {
  expect(checkPlayable(run, { date: DATE, from, now })).toEqual({ ok: true, value: null });
});

test.each([
  ['an earlier day that was never started', null, undefined, NEXT_DAY, 'cannot be started'],
  ['yesterday, before its prices were locked', makeRun(null), undefined, NEXT_DAY, 'cannot be started'],
  ['yesterday, with new prices', makeRun({ ingestion }), 'ingestion', NEXT_DAY, 'cannot be started'],
  ['research without markets', makeRun(null), 'research', LOCKED_AT, 'no finished ingestion'],
  ['betting without briefs', makeRun({ ingestion }), 'betting', LOCKED_AT, '--from research'],
] as const)('the day cannot be played: %s', (_name, run, from, now, message) => {
  const playable = checkPlayable(run, { date: DATE, from, now });
  expect(playable).toMatchObject({ ok: false, error: expect.stringContaining(message) });
});
