import type { PipelineRun, StageName, StageRecord } from '@coliseum/domain/pipeline-run';

/** How long a day belongs to the worker that plays it unless it says it is still alive. */
export const LEASE_MS = 90_000;

/** The run as a stage begins. A stage that is run again replaces its earlier record. */
export function beginStage(run: PipelineRun, name: StageName, at: Date): PipelineRun {
  const record: StageRecord = {
    name,
    startedAt: at,
    finishedAt: null,
    durationMs: null,
    counts: {},
    costMicroDollars: 0,
  };
  return {
    ...run,
    status: 'running',
    stage: name,
    stages: [...run.stages.filter((stage) => stage.name !== name), record],
    updatedAt: at,
  };
}

type StageEnd = {
  readonly counts: Readonly<Record<string, number>>;
  readonly costMicroDollars: number;
  readonly warnings: readonly string[];
};

/** The run as its current stage is done. */
export function finishStage(run: PipelineRun, name: StageName, end: StageEnd, at: Date): PipelineRun {
  const stages = run.stages.map((stage) =>
    stage.name === name
      ? {
          ...stage,
          finishedAt: at,
          durationMs: at.getTime() - stage.startedAt.getTime(),
          counts: { ...end.counts },
          costMicroDollars: end.costMicroDollars,
        }
      : stage,
  );
  return { ...run, stages, errors: [...run.errors, ...end.warnings], updatedAt: at };
}

type RunEnd = { readonly status: 'skipped' | 'failed'; readonly reason: string; readonly detail: string };

/** The run as it ends without a batch: `skipped` for good, `failed` for somebody to look at or to try again. */
export function stopRun(run: PipelineRun, end: RunEnd, at: Date): PipelineRun {
  const { status, reason, detail } = end;
  return {
    ...run,
    status,
    stage: null,
    reason,
    errors: [...run.errors, `${reason}: ${detail}`],
    leaseOwner: null,
    leaseExpiresAt: null,
    finishedAt: at,
    updatedAt: at,
  };
}
