import type { StageName } from '@coliseum/domain/stage-name';

/** The stages that leave a checkpoint, in order. */
export const CHECKPOINT_STAGES = ['ingestion', 'research', 'betting'] as const satisfies readonly StageName[];
export type CheckpointStage = (typeof CHECKPOINT_STAGES)[number];

/** What an operator may ask of a day beside being played to its end. */
export type DayOptions = {
  /** Plays this stage and the later ones anew: what they left behind is dropped, and their calls are made again. */
  readonly from?: CheckpointStage | undefined;
  /** Stops after this stage and leaves the rest to the operator. */
  readonly until?: CheckpointStage | undefined;
};
