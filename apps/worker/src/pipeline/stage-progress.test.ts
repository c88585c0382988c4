import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { expect, test } from 'vitest';
import { LOCKED_AT, makeRun } from '../testing/fixtures.ts';
import { beginStage, finishStage } from './run-record.ts';
import { createStageProgress, readProgress } from './stage-progress.ts';

function startStage(save: (run: PipelineRun) => Promise<void> = () => Promise.resolve()) {
  let nowMs = LOCKED_AT.getTime();
  let run = beginStage(makeRun({ stages: [] }), 'betting', LOCKED_AT);
  const saved: unknown[] = [];
  const errors: unknown[] = [];
  const day = {
    latest: () => run,
    save: async (next: PipelineRun) => {
      run = next;
      saved.push(readProgress(next));
      await save(next);
    },
  };
  const processClock = { now: () => new Date(nowMs) };
  const progress = createStageProgress({ day, processClock, onError: (error) => void errors.push(error) }, 'betting');
  return { ...progress, saved, errors, latest: () => run, wait: (delayMs: number) => void (nowMs += delayMs) };
}

test('progress is written at most every two seconds, and read back while the stage is played', async () => {
  const stage = startStage();
  stage.report(1, 40);
  expect(stage.saved).toEqual([]);
  stage.wait(2_000);
  stage.report(23, 40);
  await stage.close();
  expect(stage.saved).toEqual([{ done: 23, total: 40 }]);
  expect(readProgress(stage.latest())).toEqual({ done: 23, total: 40 });
  const ended = finishStage(
    stage.latest(),
    'betting',
    { counts: { yes: 9 }, costMicroDollars: 0, warnings: [] },
    LOCKED_AT,
  );
  expect(readProgress(ended)).toBeNull();
  expect(ended.stages[0]?.counts).toEqual({ yes: 9 });
});

test('one write is under way at a time, and none begins after the end of the stage', async () => {
  let finish = (): void => {};
  const stage = startStage(() => new Promise((resolve) => (finish = resolve)));
  stage.wait(2_000);
  stage.report(1, 40);
  stage.wait(2_000);
  stage.report(2, 40);
  const closed = stage.close();
  finish();
  await closed;
  stage.wait(2_000);
  stage.report(3, 40);
  expect(stage.saved).toEqual([{ done: 1, total: 40 }]);
});

test('a write that fails is told, and the stage goes on', async () => {
  const stage = startStage(() => Promise.reject(new Error('lost')));
  stage.wait(2_000);
  stage.report(1, 40);
  await stage.close();
  expect(stage.errors).toEqual([new Error('lost')]);
});
