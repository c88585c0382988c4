import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { expect, test } from 'vitest';
import { LOCKED_AT, idOf, makeMarket } from '../testing/fixtures.ts';
import { writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { checkPlayable } from './play-again.ts';

const DATE = '2026-03-02';
const NEXT_DAY = new Date('2026-03-03T09:00:00Z');
const ingestion = { lockedAt: LOCKED_AT, markets: [makeMarket()] };

function runWith(checkpoint: Checkpoint | null): PipelineRun {
  return {
    id: idOf(1),
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
  ['a day of today, all of it', runWith({ ingestion }), 'ingestion', LOCKED_AT],
  ['yesterday, whose prices are locked', runWith({ ingestion }), undefined, NEXT_DAY],
  ['yesterday, from its research', runWith({ ingestion }), 'research', NEXT_DAY],
] as const)('can be played: %s', (_name, run, from, now) => {
  expect(checkPlayable(run, { date: DATE, from, now })).toEqual({ ok: true, value: null });
});

test.each([
  ['a day before today that nobody began', null, undefined, NEXT_DAY, 'cannot be begun now'],
  ['yesterday, before its prices were locked', runWith(null), undefined, NEXT_DAY, 'cannot be begun now'],
  ['yesterday, with other prices', runWith({ ingestion }), 'ingestion', NEXT_DAY, 'cannot be begun now'],
  ['research without markets', runWith(null), 'research', LOCKED_AT, 'no finished ingestion'],
  ['betting without briefs', runWith({ ingestion }), 'betting', LOCKED_AT, '--from research'],
] as const)('cannot be played: %s', (_name, run, from, now, said) => {
  const playable = checkPlayable(run, { date: DATE, from, now });
  expect(playable).toMatchObject({ ok: false, error: expect.stringContaining(said) });
});
