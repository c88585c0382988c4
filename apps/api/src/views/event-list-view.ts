import { z } from 'zod';
import { EventRowView } from './event-row-view.ts';
import { CategoryField, describeDate, describeId } from './fields.ts';
import { MatchPageInput, NextMatchCursor, pageFields } from './pagination.ts';

/** Filters for the list of events; all that are given hold. */
export const EventListInput = MatchPageInput.extend({
  status: z
    .enum(['open', 'settled'])
    .meta({ description: '`open` is everything that is not settled, delayed events too' })
    .optional(),
  category: CategoryField.min(1).max(60).describe('Only events of this category').optional(),
  date: describeDate('Only events of this match day').optional(),
  search: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({
      description: 'Only events whose title, question or ticker has each of these words, in any case',
      examples: ['fed rates'],
    })
    .optional(),
  agent: describeId('an agent: only events on which it has or had money at stake').optional(),
});
export type EventListInput = z.infer<typeof EventListInput>;

/** A page of committed events, newest first. */
export const EventListView = z
  .object({
    ...pageFields,
    next_cursor: NextMatchCursor,
    categories: z.array(CategoryField).meta({ description: 'Every category of any committed event, sorted' }),
    events: z.array(EventRowView).meta({ description: 'Events, newest first' }),
  })
  .meta({ id: 'EventList', description: 'A page of committed events, newest first' });
export type EventListView = z.infer<typeof EventListView>;
