import { z } from 'zod';
import { EventRowView } from './event-row-view.ts';
import { Pagination } from './pagination.ts';

/** Filters for the list of events. `open` means everything that is not settled. */
export const EventListInput = Pagination.extend({
  status: z.enum(['open', 'settled']).optional(),
  category: z.string().min(1).max(60).optional(),
});
export type EventListInput = z.infer<typeof EventListInput>;

/** A page of committed events, newest first. */
export const EventListView = z
  .object({
    total: z.int().nonnegative(),
    limit: z.int(),
    offset: z.int(),
    /** Every category of any committed event, sorted. */
    categories: z.array(z.string()),
    events: z.array(EventRowView),
  })
  .meta({ id: 'EventList' });
export type EventListView = z.infer<typeof EventListView>;
