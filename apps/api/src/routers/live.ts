import { tracked } from '@trpc/server';
import { z } from 'zod';
import { follow } from '../live/follow.ts';
import { publicProcedure } from '../trpc/init.ts';

/** `lastEventId` is set by a client that connects again. */
const LiveInput = z.object({ lastEventId: z.string().max(64).nullish() }).prefault({});

/** What happens in the arena, as it happens. */
export const live = publicProcedure.input(LiveInput).subscription(async function* ({ ctx, input, signal }) {
  const arrival = { address: ctx.address, lastEventId: input.lastEventId ?? null };
  for await (const { id, event } of follow(ctx.live, arrival, signal)) yield tracked(id, event);
});
