import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fastifyTRPCOpenApiPlugin } from 'trpc-to-openapi';
import { encodeBody } from '../answers/encoded-body.ts';
import { buildOpenApiDocument } from '../openapi.ts';
import { getObject } from '../openapi/json.ts';
import type { ApiContext } from '../trpc/init.ts';
import { appRouter, type AppRouter } from '../trpc/router.ts';
import { answerHeadLikeGet } from './answer-head.ts';
import { CACHE_CONTROL, NO_STORE, STREAM_CACHE_CONTROL } from './answer-headers.ts';
import { createBatchCounter, MAXIMUM_BATCH_SIZE } from './batch-rate.ts';
import { openAnswers, type ProcedureDependencies } from './open-answers.ts';
import { refuseUnknownPaths } from './refuse-unknown-paths.ts';
import type { RestAnswers } from './rest-answers.ts';
import { sendEncoded } from './send-encoded.ts';

/** Serves the same procedures twice: as tRPC under `/trpc` and as the PRD's REST paths under `/api`. */
export async function registerProcedures(
  server: FastifyInstance,
  dependencies: ProcedureDependencies,
): Promise<RestAnswers> {
  const { shared, restAnswers } = openAnswers(dependencies);
  const createContextAt =
    (edge: ApiContext['edge']) =>
    ({ req }: WithRequest): ApiContext => ({ ...shared, address: req.ip, requestId: req.id, edge });
  const options = {
    router: appRouter,
    responseMeta: ({ errors, type }: { readonly errors: readonly unknown[]; readonly type: string }) => ({
      headers: { 'cache-control': chooseCacheControl(errors, type) },
    }),
    onError: ({ error, path, ctx }: ProcedureFailure): void => {
      if (error.code !== 'INTERNAL_SERVER_ERROR' && error.code !== 'SERVICE_UNAVAILABLE') return;
      server.log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, 'Procedure failed');
    },
  };

  const document = buildOpenApiDocument();
  const encoded = await encodeBody(JSON.stringify(document));
  server.get('/api/openapi.json', (request, reply) => sendEncoded(request, reply, encoded));
  const countBatch = createBatchCounter(server);
  await server.register(async (scope) => {
    answerHeadLikeGet(scope);
    await scope.register(async (trpc) => {
      trpc.addHook('onRequest', countBatch);
      await trpc.register(fastifyTRPCPlugin<AppRouter>, {
        prefix: '/trpc',
        trpcOptions: { ...options, createContext: createContextAt('trpc'), maxBatchSize: MAXIMUM_BATCH_SIZE },
      } satisfies FastifyTRPCPluginOptions<AppRouter>);
    });
    await scope.register(async (rest) => {
      refuseUnknownPaths(rest, '/api', Object.keys(getObject(document, 'paths')));
      restAnswers.register(rest);
      const createContext = ({ req }: WithRequest): ApiContext => ({
        ...createContextAt('rest')({ req }),
        onAnswer: (question) => restAnswers.note(req.raw, question),
      });
      await rest.register(fastifyTRPCOpenApiPlugin, { basePath: '/api', ...options, createContext });
    });
  });
  return restAnswers;
}

function chooseCacheControl(errors: readonly unknown[], type: string): string {
  if (errors.length > 0) return NO_STORE;
  return type === 'subscription' ? STREAM_CACHE_CONTROL : CACHE_CONTROL;
}

type WithRequest = { readonly req: FastifyRequest };

type ProcedureFailure = {
  readonly error: { readonly code: string; readonly cause?: unknown };
  readonly path?: string | undefined;
  readonly ctx?: ApiContext | undefined;
};
