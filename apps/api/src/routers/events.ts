import { publicProcedure, router } from '../trpc/init.ts';
import { orNotFound } from '../trpc/or-not-found.ts';
import { EventListInput, EventListView } from '../views/event-list-view.ts';
import { EventByIdInput, EventView } from '../views/event-view.ts';

export const events = router({
  list: publicProcedure
    .meta({
      openapi: {
        method: 'GET',
        path: '/events',
        protect: false,
        tags: ['Events'],
        summary: 'A page of events, newest first',
      },
    })
    .input(EventListInput)
    .output(EventListView)
    .query(({ ctx, input }) => ctx.queries.listEvents(input)),
  byId: publicProcedure
    .meta({
      openapi: {
        method: 'GET',
        path: '/events/{event_id}',
        protect: false,
        tags: ['Events'],
        summary: 'One event with its brief and all answers',
      },
    })
    .input(EventByIdInput)
    .output(EventView)
    .query(async ({ ctx, input }) => orNotFound(await ctx.queries.eventById(input.event_id), 'event', input.event_id)),
});
