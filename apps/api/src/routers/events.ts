import { publicProcedure, router } from '../trpc/init.ts';
import { requireFound } from '../trpc/require-found.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { EventListInput, EventListView } from '../views/event-list-view.ts';
import { EventByIdInput, EventView } from '../views/event-view.ts';

export const events = router({
  list: publicProcedure
    .meta(
      describeRestPath({
        path: '/events',
        tag: 'Events',
        summary: 'A page of events, newest first',
        description: 'Every event of every committed match day, in short. All filters that are given hold.',
        errors: [400],
      }),
    )
    .input(EventListInput.prefault({}))
    .output(EventListView)
    .query(({ ctx, input }) => ctx.queries.listEvents(input)),
  byId: publicProcedure
    .meta(
      describeRestPath({
        path: '/events/{event_id}',
        tag: 'Events',
        summary: 'One event with its brief and every answer',
        description:
          'Question, prices, brief, sources, and of each agent the decision, its reasons and what it came to.',
        errors: [400, 404],
      }),
    )
    .input(EventByIdInput)
    .output(EventView)
    .query(async ({ ctx, input }) =>
      requireFound(await ctx.queries.eventById(input.event_id), 'event', input.event_id),
    ),
});
