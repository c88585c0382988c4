import { initTRPC } from '@trpc/server';
import type { OpenApiMeta } from 'trpc-to-openapi';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import { formatError, mapErrors, type RequestOrigin } from './error-mapping.ts';

/** The context of every procedure. */
export type ApiContext = RequestOrigin & { readonly queries: ArenaQueries };

const trpc = initTRPC
  .meta<OpenApiMeta>()
  .context<ApiContext>()
  .create({ isDev: false, errorFormatter: (failure) => formatError(failure) });

export const router = trpc.router;

/** A procedure anyone may call, with every failure translated by {@link mapErrors}. */
export const publicProcedure = trpc.procedure.use(async ({ next }) => mapErrors(await next()));
