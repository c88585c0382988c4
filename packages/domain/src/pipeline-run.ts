import { z } from 'zod';
import { Id } from './id.ts';
import { MatchDate } from './match-date.ts';
import { RunError } from './run-error.ts';
import { StageName } from './stage-name.ts';

export const RunStatus = z.enum(['running', 'completed', 'failed', 'skipped']);
export type RunStatus = z.infer<typeof RunStatus>;

export const StageRecord = z.object({
  name: StageName,
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  durationMs: z.int().nonnegative().nullable(),
  /** What the stage counted, e.g. `candidates: 24`. */
  counts: z.record(z.string(), z.int()),
  costMicroDollars: z.int().nonnegative(),
});
export type StageRecord = z.infer<typeof StageRecord>;

/** The reason of a run that its operator stopped after a stage: only the operator can resume it. */
export const STOPPED_BY_OPERATOR = 'stopped_by_operator';

/** The progress of one day's batch. Unique by date. */
export const PipelineRun = z.object({
  id: Id,
  date: MatchDate,
  status: RunStatus,
  /** The current stage; null once the run ended. */
  stage: StageName.nullable(),
  stages: z.array(StageRecord),
  /** Attempts so far, the current one included. A worker that takes over a dead worker's attempt does not count a new one. */
  attempts: z.int().nonnegative(),
  /** How often the day was played, in part or whole: 1, and one more for each time that finished work was discarded. */
  timesPlayed: z.int().positive(),
  /** Why the day was skipped or failed, as a code; null otherwise. */
  reason: z.string().nullable(),
  /** What went wrong on the way, oldest first. */
  errors: z.array(RunError),
  /** Output of the finished stages as JSON, so that a resumed run pays for nothing twice; null once committed. */
  checkpoint: z.string().nullable(),
  batchId: Id.nullable(),
  /** The worker that holds the lease of the day, and until when. */
  leaseOwner: z.string().nullable(),
  leaseExpiresAt: z.date().nullable(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  updatedAt: z.date(),
});
export type PipelineRun = z.infer<typeof PipelineRun>;
