import { z } from 'zod';

/** How one command ended on its machine. */
export const Outcome = z.object({
  line: z.string(),
  durationMs: z.number(),
  exitCode: z.number(),
  lastLine: z.string(),
  /** What should not have happened; empty when all went well. */
  faults: z.array(z.string()),
});
export type Outcome = z.infer<typeof Outcome>;
