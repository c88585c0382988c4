import { STOPPED_BY_OPERATOR, type PipelineRun, type StageRecord } from '@coliseum/domain/pipeline-run';
import { findStageOfCode, type RunError, type RunErrorCode } from '@coliseum/domain/run-error';
import type { StageName } from '@coliseum/domain/stage-name';

/** How long a lease lasts unless it is renewed. */
export const LEASE_MS = 90_000;

/** Returns the run at the start of a stage. A repeated stage replaces its earlier record. */
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
  /** The cost of the day's calls for this stage so far, failed and repeated ones included. */
  readonly costMicroDollars: number;
  readonly warnings: readonly RunError[];
};

/** Returns the run at the end of its current stage. */
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

/** Returns the run as stopped by the operator after a stage. This is not an error. */
export function pauseRun(run: PipelineRun, at: Date): PipelineRun {
  return { ...releaseRun(run), status: 'failed', stage: null, reason: STOPPED_BY_OPERATOR, updatedAt: at };
}

/** Returns the run without a lease, so that any worker can resume it at once. */
export function releaseRun(run: PipelineRun): PipelineRun {
  return { ...run, leaseOwner: null, leaseExpiresAt: null };
}

type RunEnd = { readonly status: 'skipped' | 'failed'; readonly reason: RunErrorCode; readonly detail: string };

/** Returns the run as ended without a batch: `skipped` for good, or `failed` and open for a retry. */
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
