import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fastifyTRPCOpenApiPlugin } from 'trpc-to-openapi';
import { buildOpenApiDocument } from '../openapi.ts';
import { getObject } from '../openapi/json.ts';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import type { ApiContext } from '../trpc/init.ts';
import { appRouter, type AppRouter } from '../trpc/router.ts';
import { answerHeadLikeGet } from './answer-head.ts';
import { createBatchCounter, MAXIMUM_BATCH_SIZE } from './batch-rate.ts';
import { refuseUnknownPaths } from './refuse-unknown-paths.ts';

/** How long a browser or proxy may cache a response. */
const CACHE_SECONDS = 5;

/** Serves the same procedures twice: as tRPC under `/trpc` and as the PRD's REST paths under `/api`. */
export async function registerProcedures(server: FastifyInstance, queries: ArenaQueries): Promise<void> {
  const createContextAt =
    (edge: ApiContext['edge']) =>
    ({ req }: { readonly req: FastifyRequest }): ApiContext => ({ queries, requestId: req.id, edge });
  const responseMeta = ({ errors }: { readonly errors: readonly unknown[] }) => ({
    headers: { 'cache-control': errors.length === 0 ? `public, max-age=${CACHE_SECONDS}` : 'no-store' },
  });
  const onError = ({ error, path, ctx }: ProcedureFailure): void => {
    if (error.code !== 'INTERNAL_SERVER_ERROR' && error.code !== 'SERVICE_UNAVAILABLE') return;
    server.log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, 'Procedure failed');
  };

  const document = buildOpenApiDocument();
  server.get('/api/openapi.json', () => document);
  const options = { router: appRouter, responseMeta, onError };
  const trpcOptions = { ...options, createContext: createContextAt('trpc'), maxBatchSize: MAXIMUM_BATCH_SIZE };
  const countBatch = createBatchCounter(server);
  await server.register(async (scope) => {
    answerHeadLikeGet(scope);
    await scope.register(async (trpc) => {
      trpc.addHook('onRequest', countBatch);
      await trpc.register(fastifyTRPCPlugin<AppRouter>, {
        prefix: '/trpc',
        trpcOptions,
      } satisfies FastifyTRPCPluginOptions<AppRouter>);
    });
    await scope.register(async (rest) => {
      refuseUnknownPaths(rest, '/api', Object.keys(getObject(document, 'paths')));
      const restOptions = { ...options, createContext: createContextAt('rest') };
      await rest.register(fastifyTRPCOpenApiPlugin, { basePath: '/api', ...restOptions });
    });
  });
}

type ProcedureFailure = {
  readonly error: { readonly code: string; readonly cause?: unknown };
  readonly path?: string | undefined;
  readonly ctx?: ApiContext | undefined;
};
