import { z } from 'zod';

/** One step of a match day, in the order they are played. Settlement follows later, event by event, and is none. */
export const StageName = z.enum(['ingestion', 'research', 'betting', 'commit']);
export type StageName = z.infer<typeof StageName>;
