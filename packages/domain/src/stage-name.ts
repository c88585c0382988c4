import { z } from 'zod';

/** One step of a match day, in the order they are played. Settlement is not one of them: it follows later, event by event. */
export const StageName = z.enum(['ingestion', 'research', 'betting', 'commit']);
export type StageName = z.infer<typeof StageName>;
