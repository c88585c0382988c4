import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { success, type Result } from '@coliseum/domain/result';
import { bettingStage } from './betting/betting-stage.ts';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import type { PipelineContext } from './context.ts';
import { ingestionStage } from './ingestion/ingestion-stage.ts';
import { researchStage } from './research/research-stage.ts';
import { beginStage, finishStage } from './run-record.ts';
import type { Skip, Stage } from './stage.ts';
import type { DayStart, Decided } from './state.ts';

type StageKey = keyof Checkpoint;
type StageOutput<Key extends StageKey> = NonNullable<Checkpoint[Key]>;

/** A day under way: the record of its run, saved as it changes. */
export type DayInProgress = { readonly latest: () => PipelineRun; readonly save: (run: PipelineRun) => Promise<void> };

/** Plays the three stages in order. One that finished before the run was interrupted is read back, not played again. */
export async function playStages(
  start: DayStart,
  day: DayInProgress,
  context: PipelineContext,
): Promise<Result<Decided, Skip>> {
  const checkpoint = readCheckpoint(day.latest().checkpoint);
  const player = createStagePlayer(checkpoint, day, context);
  const ingestion = await player('ingestion', ingestionStage, start);
  if (!ingestion.ok) return ingestion;
  const ingested = { ...start, ingestion: ingestion.value };
  const research = await player('research', researchStage, ingested);
  if (!research.ok) return research;
  const researched = { ...ingested, research: research.value };
  const betting = await player('betting', bettingStage, researched);
  if (!betting.ok) return betting;
  return success({ ...researched, betting: betting.value });
}

function createStagePlayer(checkpoint: Checkpoint, day: DayInProgress, context: PipelineContext) {
  return async <Key extends StageKey, Input>(
    key: Key,
    stage: Stage<Input, StageOutput<Key>>,
    input: Input,
  ): Promise<Result<StageOutput<Key>, Skip>> => {
    const done = checkpoint[key];
    if (done !== undefined) return success(done);
    await day.save(beginStage(day.latest(), stage.name, context.clock.now()));
    const report = await stage.execute(input, context);
    if (!report.ok) return report;
    checkpoint[key] = report.value.output;
    const finished = finishStage(day.latest(), stage.name, report.value, context.clock.now());
    await day.save({ ...finished, checkpoint: writeCheckpoint(checkpoint) });
    return success(report.value.output);
  };
}
