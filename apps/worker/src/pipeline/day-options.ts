import type { CallPurpose } from '@coliseum/domain/paid-call';
import type { StageName } from '@coliseum/domain/stage-name';

/** The stages that write a checkpoint, in order. */
export const CHECKPOINT_STAGES = ['ingestion', 'research', 'betting'] as const satisfies readonly StageName[];
export type CheckpointStage = (typeof CHECKPOINT_STAGES)[number];

/** What the paid calls of a stage are for. */
export const STAGE_PURPOSES: Readonly<Record<CheckpointStage, CallPurpose>> = {
  ingestion: 'selection',
  research: 'research',
  betting: 'decision',
};

/** Which stages of a day to play. */
export type DayOptions = {
  /** Play again from this stage: its output and that of later stages is discarded, and their calls are made again. */
  readonly from?: CheckpointStage | undefined;
  /** Stop after this stage and wait for the operator. */
  readonly until?: CheckpointStage | undefined;
};
