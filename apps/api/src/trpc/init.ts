import { initTRPC } from '@trpc/server';
import type { OpenApiMeta } from 'trpc-to-openapi';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import { formatError, mapErrors } from './error-mapping.ts';

/** What every procedure is given. */
export type ApiContext = {
  readonly queries: ArenaQueries;
  /** Ties an answer to its lines in the log. */
  readonly requestId: string;
};

const trpc = initTRPC
  .meta<OpenApiMeta>()
  .context<ApiContext>()
  .create({ isDev: false, errorFormatter: ({ shape, error }) => formatError(shape, error) });

export const router = trpc.router;

/** A procedure anybody may call, whose failures leave through the one error mapping. */
export const publicProcedure = trpc.procedure.use(async ({ next }) => mapErrors(await next()));
