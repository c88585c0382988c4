import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { CallPurpose } from '@coliseum/domain/paid-call';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { failure, success, type Result } from '@coliseum/domain/result';
import type { ArenaContext } from '../arena/arena-context.ts';
import { traceStage } from '../telemetry/trace-stage.ts';
import { bettingStage } from './betting/betting-stage.ts';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { STAGE_PURPOSES, type CheckpointStage } from './day-options.ts';
import { ingestionStage } from './ingestion/ingestion-stage.ts';
import type { SaveRun } from './lease-day.ts';
import { researchStage } from './research/research-stage.ts';
import { beginStage, finishStage } from './run-record.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { openStageContext, type StageContext } from './stage-context.ts';
import { createStageProgress } from './stage-progress.ts';
import type { Skip, Stage } from './stage.ts';
import type { DayStart, Decided } from './state.ts';

type StageOutput<Key extends CheckpointStage> = NonNullable<Checkpoint[Key]>;

/** A running day: the record of its run, and the stage after which to stop. */
export type DayInProgress = {
  readonly latest: () => PipelineRun;
  readonly save: SaveRun;
  readonly until: CheckpointStage | undefined;
};

/** The end of a day without a batch: skipped for good, or stopped after a stage for the operator. */
export type EndWithoutBatch =
  | { readonly status: 'skipped'; readonly skip: Skip }
  | { readonly status: 'stopped'; readonly after: CheckpointStage };

/**
 * Plays the three stages before the commit, in order. A stage that finished before an interruption is read from the
 * checkpoint. Throws WORKER_STOPPING when the process has to stop.
 */
export async function playStages(
  context: ArenaContext,
  day: DayInProgress,
  start: DayStart,
): Promise<Result<Decided, EndWithoutBatch>> {
  const checkpoint = readCheckpoint(day.latest().checkpoint);
  const playStage = createStagePlayer(await openStageContext(context, start.date), day, checkpoint);
  const ingestion = await playStage('ingestion', ingestionStage, start);
  if (!ingestion.ok) return ingestion;
  const ingested = { ...start, ingestion: ingestion.value };
  const research = await playStage('research', researchStage, ingested);
  if (!research.ok) return research;
  const researched = { ...ingested, research: research.value };
  const betting = await playStage('betting', bettingStage, researched);
  if (!betting.ok) return betting;
  return success({ ...researched, betting: betting.value });
}

function createStagePlayer(context: StageContext, day: DayInProgress, checkpoint: Checkpoint) {
  const play = async <Key extends CheckpointStage, Input>(
    key: Key,
    stage: Stage<Input, StageOutput<Key>>,
    input: Input,
  ): Promise<Result<StageOutput<Key>, EndWithoutBatch>> => {
    const done = checkpoint[key];
    if (done !== undefined) return success(done);
    const { date } = day.latest();
    await day.save(beginStage(day.latest(), stage.name, context.clock.now()));
    const onError = (error: unknown): void => context.logger.warn({ err: error, date }, 'progress not recorded');
    const progress = createStageProgress({ day, processClock: context.processClock, onError }, stage.name);
    const stageContext = { ...context, reportProgress: progress.report };
    const report = await traceStage(context, stage.name, async () => {
      try {
        return await runUntilStopped(stage.execute(stageContext, input), context.stopping, context.paid);
      } finally {
        await progress.close();
      }
    });
    if (!report.ok) {
      await day.save(day.latest(), async (repositories) => await saveCandidates(repositories, report.candidates));
      return failure({ status: 'skipped', skip: report.error });
    }
    checkpoint[key] = report.value.output;
    const costMicroDollars = await context.database.paidCalls.sumCostMicroDollars(date, STAGE_PURPOSES[key]);
    const summary = { ...report.value, costMicroDollars };
    const finished = finishStage(day.latest(), stage.name, summary, context.clock.now());
    await day.save({ ...finished, checkpoint: writeCheckpoint(checkpoint) }, async (repositories) => {
      await saveCandidates(repositories, report.candidates);
      await dropUnused(repositories, context, { date, purpose: STAGE_PURPOSES[key] });
    });
    return success(report.value.output);
  };
  return async <Key extends CheckpointStage, Input>(
    key: Key,
    stage: Stage<Input, StageOutput<Key>>,
    input: Input,
  ): Promise<Result<StageOutput<Key>, EndWithoutBatch>> => {
    const played = await play(key, stage, input);
    return played.ok && day.until === key ? failure({ status: 'stopped', after: key }) : played;
  };
}

async function saveCandidates({ candidateLists }: Repositories, candidates: CandidateList | undefined): Promise<void> {
  if (candidates !== undefined) await candidateLists.save(candidates);
}

type FinishedStage = { readonly date: string; readonly purpose: CallPurpose };

/** Drops what an interrupted try of the stage was answered and this one did not ask again, as its prompts had changed. */
async function dropUnused(
  { paidCalls }: Repositories,
  { clock, paid }: StageContext,
  { date, purpose }: FinishedStage,
): Promise<void> {
  const requests = paid.listUnused({ purpose });
  if (requests.length > 0) await paidCalls.dropAnswers(date, { purposes: [purpose], requests }, clock.now());
}
