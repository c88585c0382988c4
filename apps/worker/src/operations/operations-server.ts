import { formatLocalUrl } from '@coliseum/config/local-url';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { BoardQueue } from '@coliseum/queue/open-board-queue';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { createErrorHandler, registerOperatorErrors } from './operator-errors.ts';
import { registerQueueBoard } from './queue-board.ts';
import { readReadiness, type ReadinessCheck } from './readiness.ts';

/** How long a request may take to arrive, as at the API: half of one must not keep a connection for minutes. */
const ARRIVES_WITHIN_MS = 15_000;

export type OperationsServer = {
  /** URL of the server, as seen from this machine. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

type OperationsOptions = {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  /** The queue page and the token it requires; null when it is not served. */
  readonly board: { readonly queue: BoardQueue; readonly token: string } | null;
  readonly logger: { readonly warn: (fields: object, message: string) => void };
  readonly now: () => Date;
};

/**
 * Serves `/live` (the process is up), `/ready` (everything it depends on answers) and, behind a token, `/queues`.
 * Throws PORT_IN_USE.
 */
export async function startOperationsServer(options: OperationsOptions): Promise<OperationsServer> {
  const { host, port, board, now, logger } = options;
  const server = Fastify({
    logger: false,
    frameworkErrors: createErrorHandler(logger),
    bodyLimit: 16_384,
    forceCloseConnections: true,
    requestTimeout: ARRIVES_WITHIN_MS,
    // Node takes these at the creation of a server only, and looks for late requests at its interval.
    http: {
      headersTimeout: ARRIVES_WITHIN_MS,
      requestTimeout: ARRIVES_WITHIN_MS,
      connectionsCheckingInterval: 1_000,
    },
  });
  await registerSecurityHeaders(server);
  registerOperatorErrors(server, logger);
  registerHealth(server, options);
  if (board !== null) await registerQueueBoard(server, { ...board, now, logger });
  await listen(server, host, port);
  const address = server.server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return { url: formatLocalUrl(host, bound), close: () => server.close() };
}

function registerHealth(server: FastifyInstance, { checks, logger }: OperationsOptions): void {
  const onFailure = (part: string, error: unknown): void => logger.warn({ err: error, part }, 'readiness check failed');
  server.get('/live', () => ({ status: 'live' }));
  server.get('/ready', async (_request, reply) => {
    const { ready, parts } = await readReadiness(checks, onFailure);
    return await reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable', parts });
  });
}

/** Bull Board needs inline styles. The font it loads from Google is blocked. */
async function registerSecurityHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'base-uri': ["'self'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
  });
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
    const message = `Port ${port} is in use. Stop the process that uses it, or set WORKER_PORT to another port.`;
    throw new AppError({ code: 'PORT_IN_USE', message, cause, details: { port, variable: 'WORKER_PORT' } });
  }
}
