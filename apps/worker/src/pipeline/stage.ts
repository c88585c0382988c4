import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { Result } from '@coliseum/domain/result';
import type { RunError, SkipReason } from '@coliseum/domain/run-error';
import type { StageName } from '@coliseum/domain/stage-name';
import type { StageContext } from './stage-context.ts';

export type Skip = { readonly reason: SkipReason; readonly detail: string };

/** What a stage hands on, and what the run's record says of it. */
export type StageReport<Output> = {
  readonly output: Output;
  readonly counts: Readonly<Record<string, number>>;
  readonly costMicroDollars: number;
  /** What went wrong without stopping the day. */
  readonly warnings: readonly RunError[];
};

/**
 * How a stage ended. The markets that it looked at, if it did, are kept whether the day is played or skipped: the runner
 * saves them with the run's record.
 */
export type StageResult<Output> = Result<StageReport<Output>, Skip> & { readonly candidates?: CandidateList };

/**
 * One step of the day. It reads what earlier steps wrote, calls the outside services, and returns its own part;
 * it writes nothing to the database but the record of what it paid for. A failure that ends the day is returned, an
 * operational fault is thrown.
 */
export type Stage<Input, Output> = {
  readonly name: StageName;
  readonly execute: (context: StageContext, input: Input) => Promise<StageResult<Output>>;
};
