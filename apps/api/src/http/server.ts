import { createServer, type ServerOptions as ServerOptionsOfNode } from 'node:http';
import type { Logger } from '@coliseum/observability/logger';
import cors from '@fastify/cors';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { registerDataset } from '../dataset/register-dataset.ts';
import { registerFeeds } from '../feeds/register-feeds.ts';
import { registerEventStream } from '../live/event-stream.ts';
import { answerClientError } from './answer-client-error.ts';
import { registerDocs } from './docs.ts';
import { registerErrorHandlers } from './error-handlers.ts';
import { createFront, putInFront, type Front } from './front.ts';
import { registerHealth } from './health.ts';
import type { ProcedureDependencies } from './open-answers.ts';
import { registerProcedures } from './procedures.ts';
import { registerRateLimit } from './rate-limit.ts';
import { createPathCheck, MAXIMUM_PATH_LENGTH } from './refuse-malformed.ts';
import { resolveRequestId } from './request-id.ts';
import { registerSecurityHeaders } from './security-headers.ts';

/**
 * How long a request may take to arrive. A read has no body worth waiting for; whoever sends half of one would keep the
 * connection for the five minutes of Node's own limit.
 */
const ARRIVES_WITHIN_MS = 15_000;
/** How often Node looks for requests that are late, in that time. Its own 30 seconds would double it. */
const LOOKS_WITHIN_LIMIT = 15;

/** A connection on which nothing moves for so long is closed: its reader does not read. Live ones have their beat. */
const SILENT_FOR_MS = 60_000;
/** Longer than proxies keep a connection, so that none sends a request on one that is being closed. */
const KEPT_ALIVE_MS = 72_000;

export type ServerOptions = ProcedureDependencies & {
  readonly logger: Logger;
  /** Rejects when the database does not respond. */
  readonly ping: () => Promise<void>;
  /** The folder of the dataset's versions. It may be missing. */
  readonly datasetDir: string;
  /** Origins whose pages may call the API from a browser. */
  readonly corsOrigins: readonly string[];
  /** Requests allowed per address and minute. Default: 1200. */
  readonly requestsPerMinute?: number;
  /** How long a request may take to arrive, in milliseconds. Default: 15 seconds. */
  readonly arrivesWithinMs?: number;
};

/** Builds the API server without listening: tRPC under `/trpc`, REST and its documentation under `/api`, health checks. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { logger, ping, corsOrigins, requestsPerMinute = 1200, arrivesWithinMs = ARRIVES_WITHIN_MS } = options;
  const pathCheck = createPathCheck();
  let front: Front = () => false;
  const loggerInstance: FastifyBaseLogger = logger;
  const server = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger of its own for each request costs more than sending an answer; lines name the request's id themselves.
    childLoggerFactory: (parent) => parent,
    genReqId: resolveRequestId,
    bodyLimit: 16_384,
    serverFactory: (handle) =>
      createServer(
        describeArrival(arrivesWithinMs),
        putInFront((request, response) => front(request, response), handle),
      ).setTimeout(SILENT_FOR_MS),
    clientErrorHandler: answerClientError,
    rewriteUrl: pathCheck.rewriteUrl,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAXIMUM_PATH_LENGTH },
  });
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (logger.isLevelEnabled('debug')) logger.debug(describeRequest(request, reply), 'Request completed');
    done();
  });

  // Node would refuse an expectation that it does not know with an answer of its own, which has no form.
  server.server.on('checkExpectation', (request, response) => server.server.emit('request', request, response));
  registerErrorHandlers(server);
  registerSecurityHeaders(server);
  await server.register(cors, { origin: corsOrigins.length > 0 ? [...corsOrigins] : false, methods: ['GET'] });
  await registerRateLimit(server, requestsPerMinute);
  pathCheck.register(server);
  registerHealth(server, ping);
  registerEventStream(server, options.live);
  const restAnswers = await registerProcedures(server, options);
  // Whoever follows single requests in the log sees them all.
  if (!logger.isLevelEnabled('debug')) {
    front = createFront(server, { answers: restAnswers, variesByOrigin: corsOrigins.length > 0 });
  }
  await registerDocs(server);
  registerFeeds(server, options);
  await registerDataset(server, options.datasetDir);
  return server;
}

function describeRequest(request: FastifyRequest, reply: FastifyReply) {
  return {
    requestId: request.id,
    method: request.method,
    url: request.originalUrl,
    status: reply.statusCode,
    durationMs: reply.elapsedTime,
  };
}

/** Node takes these at the creation of a server only; a limit that is set later closes no connection. */
function describeArrival(withinMs: number): ServerOptionsOfNode {
  return {
    headersTimeout: withinMs,
    requestTimeout: withinMs,
    keepAliveTimeout: KEPT_ALIVE_MS,
    connectionsCheckingInterval: Math.ceil(withinMs / LOOKS_WITHIN_LIMIT),
    // Node's own answer to a missing host has neither body nor headers.
    requireHostHeader: false,
  };
}
