import { errorCodes, isErrorCode } from '@coliseum/domain/errors/codes';
import { STOPPED_BY_OPERATOR, type PipelineRun } from '@coliseum/domain/pipeline-run';
import { isRunErrorCode, runReasons } from '@coliseum/domain/run-error';
import { StageName } from '@coliseum/domain/stage-name';
import type { RunView } from '../views/run-view.ts';
import { formatInstant, formatInstantOrNull } from './format-instant.ts';

/** A run in words for everybody: what an error says is for its operator, its code means the same to all. */
export function buildRun(run: PipelineRun): RunView {
  const reason = isStoppedByOperator(run) ? null : run.reason;
  const startedAt = formatInstant(run.startedAt);
  const finishedAt = run.finishedAt && formatInstant(run.finishedAt);
  return {
    id: run.id,
    date: run.date,
    status: toPublicStatus(run),
    stage: run.stage,
    progress: { done: countFinished(run), total: StageName.options.length },
    started_at: startedAt,
    finished_at: finishedAt,
    duration_ms: finishedAt === null ? null : measureMs(startedAt, finishedAt),
    attempts: run.attempts,
    reason,
    reason_text: reason === null ? null : explainCode(reason),
    stages: run.stages.map((stage) => ({
      name: stage.name,
      started_at: formatInstant(stage.startedAt),
      finished_at: formatInstantOrNull(stage.finishedAt),
      duration_ms: stage.durationMs,
      counts: stage.counts,
      cost_micro_dollars: stage.costMicroDollars,
    })),
    errors: run.errors.map(({ code, stage, subject }) => ({ code, stage, subject, message: explainCode(code) })),
  };
}

/** A day that its operator stopped for inspection is still running for everyone else. */
export function toPublicStatus(run: PipelineRun): PipelineRun['status'] {
  return isStoppedByOperator(run) ? 'running' : run.status;
}

function isStoppedByOperator({ reason }: PipelineRun): boolean {
  return reason === STOPPED_BY_OPERATOR;
}

/** Stages that have ended, each once: a resumed run may have begun one again. */
function countFinished({ status, stages }: PipelineRun): number {
  if (status === 'completed') return StageName.options.length;
  return new Set(stages.filter(({ finishedAt }) => finishedAt !== null).map(({ name }) => name)).size;
}

/** A clock that was set back leaves an end before its start. */
function measureMs(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}

function explainCode(code: string): string {
  if (isErrorCode(code)) return errorCodes[code].meaning;
  if (isRunErrorCode(code) && !isErrorCode(code)) return runReasons[code].meaning;
  return runReasons.UNKNOWN.meaning;
}
