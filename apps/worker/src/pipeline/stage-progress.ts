import type { Clock } from '@coliseum/domain/clock';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import type { StageName } from '@coliseum/domain/stage-name';
import type { SaveRun } from './lease-day.ts';

/** Tells how much of a stage is done, such as 23 of 40 answers. */
export type ReportProgress = (done: number, total: number) => void;

/** The counts of a stage while it is played; those of its end take their place. */
const DONE = 'progress_done';
const TOTAL = 'progress_total';

/** Often enough to see that it goes on, seldom enough to cost nothing. */
const SAVED_EVERY_MS = 2_000;

type ProgressDependencies = {
  readonly day: { readonly latest: () => PipelineRun; readonly save: SaveRun };
  /** The machine's: a stage of a simulated day takes no time on the arena's clock. */
  readonly processClock: Clock;
  readonly onError: (error: unknown) => void;
};

/**
 * Creates what writes the progress of one stage into its run, at most every two seconds, one write at a time. A write that
 * fails stops nothing. `close` waits for the last one, so that none comes after the end of the stage.
 */
export function createStageProgress({ day, processClock, onError }: ProgressDependencies, name: StageName) {
  let savedAtMs = processClock.now().getTime();
  let saving: Promise<void> | null = null;
  const report: ReportProgress = (done, total) => {
    const nowMs = processClock.now().getTime();
    if (saving !== null || nowMs - savedAtMs < SAVED_EVERY_MS) return;
    savedAtMs = nowMs;
    saving = day
      .save(countProgress(day.latest(), name, { [DONE]: done, [TOTAL]: total }))
      .catch(onError)
      .finally(() => {
        saving = null;
      });
  };
  return {
    report,
    close: async (): Promise<void> => {
      savedAtMs = Number.POSITIVE_INFINITY;
      await saving;
    },
  };
}

/** How much of the current stage is done; null between stages and before the first count. */
export function readProgress({ stage, stages }: PipelineRun): { readonly done: number; readonly total: number } | null {
  const counts = stages.find(({ name, finishedAt }) => name === stage && finishedAt === null)?.counts ?? {};
  const { [DONE]: done, [TOTAL]: total } = counts;
  return done === undefined || total === undefined ? null : { done, total };
}

function countProgress(run: PipelineRun, name: StageName, counts: Record<string, number>): PipelineRun {
  return { ...run, stages: run.stages.map((stage) => (stage.name === name ? { ...stage, counts } : stage)) };
}
