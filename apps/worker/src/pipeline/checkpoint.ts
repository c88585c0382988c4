import { invariant } from '@coliseum/domain/assert';
import { z } from 'zod';
import { BettingOutput, IngestionOutput, ResearchOutput } from './state.ts';

const Checkpoint = z.object({
  ingestion: IngestionOutput.optional(),
  research: ResearchOutput.optional(),
  betting: BettingOutput.optional(),
});

/** The output of finished stages, so that a resumed day does not pay for the same calls twice. */
export type Checkpoint = z.infer<typeof Checkpoint>;

/** Serializes a checkpoint for storage. */
export function writeCheckpoint(checkpoint: Checkpoint): string {
  return JSON.stringify(checkpoint);
}

/** Reads a stored checkpoint. Throws when it does not match its schema, so that a bug never drops finished stages. */
export function readCheckpoint(stored: string | null): Checkpoint {
  if (stored === null) return {};
  const parsed = Checkpoint.safeParse(JSON.parse(stored));
  invariant(
    parsed.success,
    `The stored checkpoint does not match its schema: ${parsed.success ? '' : z.prettifyError(parsed.error)}`,
  );
  return parsed.data;
}
