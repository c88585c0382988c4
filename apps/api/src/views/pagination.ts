import { z } from 'zod';
import { describeCount, describeDate } from './fields.ts';

/** The largest page a caller may ask for. */
const MAXIMUM_PAGE_SIZE = 100;

/** One page of a list: at most {@link MAXIMUM_PAGE_SIZE} entries after skipping `offset`. */
export const PageInput = z.object({
  limit: z
    .int()
    .min(1)
    .max(MAXIMUM_PAGE_SIZE)
    .default(20)
    .meta({ description: `Entries on the page, 1 to ${MAXIMUM_PAGE_SIZE}`, examples: [20] }),
  offset: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .meta({ description: 'Entries to skip, 0 or more', examples: [0] }),
});
export type PageInput = z.infer<typeof PageInput>;

/** The fields of every page of a list. */
export const pageFields = {
  total: describeCount('Entries of all pages together', 150),
  limit: describeCount('Most entries on this page', 20),
  offset: describeCount('Entries before this page', 0),
};

/** A page of a list with one entry a day, by offset or by cursor: the date of the last entry of the page before. */
export const DatePageInput = PageInput.extend({
  cursor: describeDate(
    'Go on before this day, the `next_cursor` of the page before; `offset` is ignored then',
  ).optional(),
});
export type DatePageInput = z.infer<typeof DatePageInput>;

/** Place of a match in time, newest day and highest number first: `2026-11-22.3` is the third match of that day. */
export const MatchCursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d\.\d{1,6}$/, 'the next_cursor of the page before')
  .meta({ examples: ['2026-11-22.3'] });
export type MatchCursor = z.infer<typeof MatchCursor>;

const cursorField = MatchCursor.describe(
  'Go on after this match, the `next_cursor` of the page before; `offset` is ignored then',
);

/** A page of a list in the order of matches, by offset or by cursor. */
export const MatchPageInput = PageInput.extend({ cursor: cursorField.optional() });

export const NextMatchCursor = MatchCursor.nullable().describe('`cursor` of the next page; null on the last');
