import { STOPPED_BY_OPERATOR, type PipelineRun, type StageRecord } from '@coliseum/domain/pipeline-run';
import { findStageOfCode, type RunError, type RunErrorCode } from '@coliseum/domain/run-error';
import type { StageName } from '@coliseum/domain/stage-name';

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
    reason: null,
    finishedAt: null,
    stages: [...run.stages.filter((stage) => stage.name !== name), record],
    updatedAt: at,
  };
}

type StageSummary = {
  readonly counts: Readonly<Record<string, number>>;
  readonly costMicroDollars: number;
  readonly warnings: readonly RunError[];
};

/** The run as its current stage is done. */
export function finishStage(run: PipelineRun, name: StageName, end: StageSummary, at: Date): PipelineRun {
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

/** The run as the operator stops it after a stage, to look at it before money moves. Nothing went wrong. */
export function pauseRun(run: PipelineRun, at: Date): PipelineRun {
  return { ...releaseRun(run), status: 'failed', stage: null, reason: STOPPED_BY_OPERATOR, updatedAt: at };
}

/** The run as its worker lets go of it: anybody may take it up at once. */
export function releaseRun(run: PipelineRun): PipelineRun {
  return { ...run, leaseOwner: null, leaseExpiresAt: null };
}

type RunEnd = { readonly status: 'skipped' | 'failed'; readonly reason: RunErrorCode; readonly detail: string };

/** The run as it ends without a batch: `skipped` for good, `failed` for somebody to look at or to try again. */
export function stopRun(run: PipelineRun, end: RunEnd, at: Date): PipelineRun {
  const { status, reason, detail } = end;
  const error: RunError = {
    code: reason,
    stage: findStageOfCode(reason) ?? run.stage,
    subject: null,
    message: detail,
  };
  return {
    ...releaseRun(run),
    status,
    stage: null,
    reason,
    errors: [...run.errors, error],
    finishedAt: at,
    updatedAt: at,
  };
}
