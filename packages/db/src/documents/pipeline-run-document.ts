import { StageRecord, type PipelineRun } from '@coliseum/domain/pipeline-run';
import { RunError, isRunErrorCode } from '@coliseum/domain/run-error';
import { StageName } from '@coliseum/domain/stage-name';
import type { StoredDocument, StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { fromInt64, mapOptional, toInt64, toObjectId } from './values.ts';

export function toPipelineRunDocument(run: PipelineRun): StoredDocument<'PipelineRun'> {
  return {
    _id: toObjectId(run.id),
    date: run.date,
    status: run.status,
    stage: run.stage,
    stages: run.stages.map(toStage),
    attempts: run.attempts,
    times_played: run.timesPlayed,
    reason: run.reason,
    errors: run.errors.map(toRunError),
    checkpoint: run.checkpoint,
    batch_id: mapOptional(run.batchId, toObjectId),
    lease_owner: run.leaseOwner,
    lease_expires_at: run.leaseExpiresAt,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    updated_at: run.updatedAt,
  };
}

export function fromPipelineRunRow(row: StoredRow<'PipelineRun'>): PipelineRun {
  return {
    id: row._id,
    date: row.date,
    status: row.status,
    stage: row.stage ?? null,
    stages: row.stages.map(fromStage),
    attempts: row.attempts,
    // Runs from before it was counted; none of them could be discarded any more.
    timesPlayed: row.times_played ?? 1,
    reason: row.reason ?? null,
    errors: row.errors.map(fromRunError),
    checkpoint: row.checkpoint ?? null,
    batchId: row.batch_id ?? null,
    leaseOwner: row.lease_owner ?? null,
    leaseExpiresAt: row.lease_expires_at ?? null,
    startedAt: row.started_at,
    finishedAt: row.finished_at ?? null,
    updatedAt: row.updated_at,
  };
}

function toStage(stage: StageRecord): StoredValueObject<'StageRecord'> {
  return {
    name: stage.name,
    started_at: stage.startedAt,
    finished_at: stage.finishedAt,
    duration_ms: mapOptional(stage.durationMs, toInt64),
    counts: stage.counts,
    cost_micro_dollars: toInt64(stage.costMicroDollars),
  };
}

function toRunError({ code, stage, subject, message }: RunError): StoredValueObject<'RunError'> {
  return { code, stage, subject, message };
}

/** Reads a code that only a newer version knows as unknown, so that the record of a day stays readable. */
function fromRunError({ code, stage, subject, message }: StoredRow<'PipelineRun'>['errors'][number]): RunError {
  return RunError.parse({
    code: isRunErrorCode(code) ? code : 'UNKNOWN',
    stage: stage ?? null,
    subject: subject ?? null,
    message,
  } satisfies Record<keyof RunError, unknown>);
}

function fromStage(stage: StoredRow<'PipelineRun'>['stages'][number]): StageRecord {
  return {
    name: StageName.parse(stage.name),
    startedAt: stage.started_at,
    finishedAt: stage.finished_at ?? null,
    durationMs: mapOptional(stage.duration_ms, fromInt64),
    // The contract has no type for it. What is no count is only shown, so it hides nothing else.
    counts: StageRecord.shape.counts.catch({}).parse(stage.counts),
    costMicroDollars: fromInt64(stage.cost_micro_dollars),
  };
}
