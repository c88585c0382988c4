import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { Result } from '@coliseum/domain/result';
import type { RunError, SkipReason } from '@coliseum/domain/run-error';
import type { StageName } from '@coliseum/domain/stage-name';
import type { StageContext } from './stage-context.ts';

export type Skip = { readonly reason: SkipReason; readonly detail: string };

/** The output of a stage, and what the run records about it. */
export type StageReport<Output> = {
  readonly output: Output;
  readonly counts: Readonly<Record<string, number>>;
  /** Problems that did not stop the day. */
  readonly warnings: readonly RunError[];
};

/** The result of a stage. Its candidate list, if any, is stored whether the day is played or skipped. */
export type StageResult<Output> = Result<StageReport<Output>, Skip> & { readonly candidates?: CandidateList };

/**
 * One stage of the day. It gets the output of earlier stages, calls the outside services and returns its own output. It
 * writes nothing to the database except its paid calls. A reason to skip the day is returned, an operational fault is
 * thrown.
 */
export type Stage<Input, Output> = {
  readonly name: StageName;
  readonly execute: (context: StageContext, input: Input) => Promise<StageResult<Output>>;
};
