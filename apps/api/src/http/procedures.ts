import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fastifyTRPCOpenApiPlugin } from 'trpc-to-openapi';
import { buildOpenApiDocument } from '../openapi.ts';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import type { ApiContext } from '../trpc/init.ts';
import { appRouter, type AppRouter } from '../trpc/router.ts';

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
  const trpcOptions = { router: appRouter, createContext, responseMeta, onError };
  await server.register(fastifyTRPCPlugin<AppRouter>, {
    prefix: '/trpc',
    trpcOptions,
  } satisfies FastifyTRPCPluginOptions<AppRouter>);
  await server.register(fastifyTRPCOpenApiPlugin, { basePath: '/api', ...trpcOptions });
}

type ProcedureFailure = {
  readonly error: { readonly code: string; readonly cause?: unknown };
  readonly path?: string | undefined;
  readonly ctx?: ApiContext | undefined;
};
