import { z } from 'zod';

/** The largest page a caller may ask for. */
const MAXIMUM_PAGE_SIZE = 100;

/** One page of a list: at most {@link MAXIMUM_PAGE_SIZE} entries after skipping `offset`. */
export const Pagination = z.object({
  limit: z.int().min(1).max(MAXIMUM_PAGE_SIZE).default(20),
  offset: z.int().min(0).max(1_000_000).default(0),
});
export type Pagination = z.infer<typeof Pagination>;
