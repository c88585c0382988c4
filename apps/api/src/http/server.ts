import type { Logger } from '@coliseum/observability/logger';
import cors from '@fastify/cors';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import { registerDocs } from './docs.ts';
import { registerErrorHandlers } from './error-handlers.ts';
import { registerHealth } from './health.ts';
import { registerProcedures } from './procedures.ts';
import { registerRateLimit } from './rate-limit.ts';
import { resolveRequestId } from './request-id.ts';
import { registerSecurityHeaders } from './security-headers.ts';

/** A batch of tRPC is one parameter. The longest one there can be, twenty times the longest name, has 319 characters. */
const MAXIMUM_PARAMETER_LENGTH = 1_024;

export type ServerOptions = {
  readonly queries: ArenaQueries;
  readonly logger: Logger;
  /** Rejects when the database does not respond. */
  readonly ping: () => Promise<void>;
  /** Origins whose pages may call the API from a browser. */
  readonly corsOrigins: readonly string[];
  /** Requests allowed per address and minute. Default: 1200. */
  readonly requestsPerMinute?: number;
};

/** Builds the API server without listening: tRPC under `/trpc`, REST and its documentation under `/api`, health checks. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { queries, logger, ping, corsOrigins, requestsPerMinute = 1200 } = options;
  const loggerInstance: FastifyBaseLogger = logger;
  const server = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: resolveRequestId,
    bodyLimit: 16_384,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAXIMUM_PARAMETER_LENGTH },
  });
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const fields = {
      method: request.method,
      url: request.url,
      status: reply.statusCode,
      durationMs: reply.elapsedTime,
    };
    request.log.debug(fields, 'Request completed');
  });

  registerErrorHandlers(server);
  await registerSecurityHeaders(server);
  await server.register(cors, { origin: corsOrigins.length > 0 ? [...corsOrigins] : false, methods: ['GET'] });
  registerHealth(server, ping);
  await registerRateLimit(server, requestsPerMinute);
  await registerProcedures(server, queries);
  await registerDocs(server);
  return server;
}
