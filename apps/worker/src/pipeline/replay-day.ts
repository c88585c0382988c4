import { toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { failure, success, type Result } from '@coliseum/domain/result';
import type { ArenaContext } from '../arena/arena-context.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { CHECKPOINT_STAGES, STAGE_PURPOSES, type CheckpointStage } from './day-options.ts';
import type { LeasedRun } from './lease-day.ts';

/**
 * Discards the output of a stage and all later ones, and drops the stored answers of their calls, so that they are
 * played and paid for again. The output of earlier stages is kept. The day's receipt shows the dropped answers.
 */
export async function discardStagesFrom(
  { clock }: Pick<ArenaContext, 'clock'>,
  day: LeasedRun,
  from: CheckpointStage,
): Promise<void> {
  const run = day.latest();
  const discarded = CHECKPOINT_STAGES.slice(CHECKPOINT_STAGES.indexOf(from));
  const checkpoint = readCheckpoint(run.checkpoint);
  for (const stage of discarded) delete checkpoint[stage];
  const stages = run.stages.filter(({ name }) => !discarded.some((stage) => stage === name));
  const timesPlayed = run.timesPlayed + (stages.length < run.stages.length ? 1 : 0);
  const purposes = discarded.map((stage) => STAGE_PURPOSES[stage]);
  await day.save(
    { ...run, checkpoint: writeCheckpoint(checkpoint), stages, timesPlayed },
    async ({ paidCalls }) => await paidCalls.dropAnswers(run.date, { purposes }, clock.now()),
  );
}

type PlayRequest = { readonly date: MatchDate; readonly from: CheckpointStage | undefined; readonly now: Date };

/**
 * Checks whether a day can be played now, or again from a stage. If not, returns the reason as a sentence for the
 * operator.
 */
export function checkPlayable(run: PipelineRun | null, { date, from, now }: PlayRequest): Result<null, string> {
  const checkpoint = readCheckpoint(run?.checkpoint ?? null);
  const firstPlayed = from ?? 'ingestion';
  const missing = CHECKPOINT_STAGES.slice(0, CHECKPOINT_STAGES.indexOf(firstPlayed)).find(
    (stage) => checkpoint[stage] === undefined,
  );
  if (missing !== undefined) {
    return failure(`${date} has no finished ${missing} to continue from. To play it from there: --from ${missing}.`);
  }
  const locksPrices = from === 'ingestion' || checkpoint.ingestion === undefined;
  const today = toMatchDate(now);
  if (!locksPrices || date === today) return success(null);
  return failure(
    `${date} cannot be started on ${today}, because prices are locked at the time of the run. To play other days, use "npm run arena -- season".`,
  );
}
