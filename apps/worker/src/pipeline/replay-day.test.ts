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
  ['a day of today that nobody began', null, undefined, LOCKED_AT],
  ['a day of today, all of it', makeRun({ ingestion }), 'ingestion', LOCKED_AT],
  ['yesterday, whose prices are locked', makeRun({ ingestion }), undefined, NEXT_DAY],
  ['yesterday, from its research', makeRun({ ingestion }), 'research', NEXT_DAY],
] as const)('can be played: %s', (_name, run, from, now) => {
  expect(checkPlayable(run, { date: DATE, from, now })).toEqual({ ok: true, value: null });
});

test.each([
  ['a day before today that nobody began', null, undefined, NEXT_DAY, 'cannot be begun now'],
  ['yesterday, before its prices were locked', makeRun(null), undefined, NEXT_DAY, 'cannot be begun now'],
  ['yesterday, with other prices', makeRun({ ingestion }), 'ingestion', NEXT_DAY, 'cannot be begun now'],
  ['research without markets', makeRun(null), 'research', LOCKED_AT, 'no finished ingestion'],
  ['betting without briefs', makeRun({ ingestion }), 'betting', LOCKED_AT, '--from research'],
] as const)('cannot be played: %s', (_name, run, from, now, message) => {
  const playable = checkPlayable(run, { date: DATE, from, now });
  expect(playable).toMatchObject({ ok: false, error: expect.stringContaining(message) });
});
