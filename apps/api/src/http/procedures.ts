import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fastifyTRPCOpenApiPlugin } from 'trpc-to-openapi';
import { buildOpenApiDocument } from '../openapi.ts';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import type { ApiContext } from '../trpc/init.ts';
import { appRouter, type AppRouter } from '../trpc/router.ts';
import { answerHeadLikeGet } from './answer-head.ts';
import { createBatchCounter, MAXIMUM_BATCH_SIZE } from './batch-rate.ts';

/** How long a browser or proxy may cache a response. */
const CACHE_SECONDS = 5;

/** Serves the same procedures twice: as tRPC under `/trpc` and as the PRD's REST paths under `/api`. */
export async function registerProcedures(server: FastifyInstance, queries: ArenaQueries): Promise<void> {
  const createContext = ({ req }: { readonly req: FastifyRequest }): ApiContext => ({ queries, requestId: req.id });
  const responseMeta = ({ errors }: { readonly errors: readonly unknown[] }) => ({
    headers: { 'cache-control': errors.length === 0 ? `public, max-age=${CACHE_SECONDS}` : 'no-store' },
  });
  const onError = ({ error, path, ctx }: ProcedureFailure): void => {
    if (error.code !== 'INTERNAL_SERVER_ERROR' && error.code !== 'SERVICE_UNAVAILABLE') return;
    server.log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, 'Procedure failed');
  };

  const document = buildOpenApiDocument();
  server.get('/api/openapi.json', () => document);
  const options = { router: appRouter, createContext, responseMeta, onError };
  const trpcOptions = { ...options, maxBatchSize: MAXIMUM_BATCH_SIZE };
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
    await scope.register(fastifyTRPCOpenApiPlugin, { basePath: '/api', ...options });
  });
}

type ProcedureFailure = {
  readonly error: { readonly code: string; readonly cause?: unknown };
  readonly path?: string | undefined;
  readonly ctx?: ApiContext | undefined;
};
