import { z } from 'zod';

/** Outcome of one command on its machine. */
export const Outcome = z.object({
  line: z.string(),
  durationMs: z.number(),
  exitCode: z.number(),
  lastLine: z.string(),
  /** What went wrong; empty on success. */
  faults: z.array(z.string()),
});
export type Outcome = z.infer<typeof Outcome>;
