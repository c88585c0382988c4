import { invariant } from '@coliseum/domain/assert';
import { z } from 'zod';
import { BettingOutput, IngestionOutput, ResearchOutput } from './state.ts';

const Checkpoint = z.object({
  ingestion: IngestionOutput.optional(),
  research: ResearchOutput.optional(),
  betting: BettingOutput.optional(),
});

/** What finished stages left behind, so that a resumed day does not pay for the same calls twice. */
export type Checkpoint = z.infer<typeof Checkpoint>;

export function writeCheckpoint(checkpoint: Checkpoint): string {
  return JSON.stringify(checkpoint);
}

/** Reads a stored checkpoint; one that does not fit is a bug of ours, never silently an empty one. */
export function readCheckpoint(stored: string | null): Checkpoint {
  if (stored === null) return {};
  const parsed = Checkpoint.safeParse(JSON.parse(stored));
  invariant(
    parsed.success,
    `The stored checkpoint does not fit: ${parsed.success ? '' : z.prettifyError(parsed.error)}`,
  );
  return parsed.data;
}
