import { expect, test } from 'vitest';
import { LOCKED_AT, makeRun } from '../testing/fixtures.ts';
import { beginStage, finishStage, stopRun } from './run-record.ts';

const TIMEOUT = { code: 'EXA_TIMEOUT', stage: 'research', subject: 'KXRAIN, news', message: 'Too late.' } as const;

test('a finished stage adds its warnings to the errors of the run and keeps its cost', () => {
  const run = beginStage(makeRun({ errors: [TIMEOUT] }), 'research', LOCKED_AT);
  const summary = { counts: { partial: 1 }, costMicroDollars: 70, warnings: [{ ...TIMEOUT, subject: 'KXSNOW, news' }] };
  const finished = finishStage(run, 'research', summary, LOCKED_AT);
  expect(finished.errors.map(({ subject }) => subject)).toEqual(['KXRAIN, news', 'KXSNOW, news']);
  expect(finished.stages).toMatchObject([{ name: 'research', costMicroDollars: 70, counts: { partial: 1 } }]);
});

test.each([
  ['failed', 'DATABASE_CONFLICT', 'betting'],
  ['skipped', 'closed_before_commit', 'commit'],
] as const)('a run that %s with %s records the error with the stage %s', (status, reason, stage) => {
  const run = beginStage(makeRun({ errors: [TIMEOUT] }), 'betting', LOCKED_AT);
  const stopped = stopRun(run, { status, reason, detail: 'What happened.' }, LOCKED_AT);
  expect(stopped).toMatchObject({ status, reason, stage: null });
  expect(stopped.errors).toEqual([TIMEOUT, { code: reason, stage, subject: null, message: 'What happened.' }]);
});
