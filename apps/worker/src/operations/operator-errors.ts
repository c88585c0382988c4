import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type OperatorErrorLogger = { readonly warn: (fields: object, message: string) => void };
type ErrorHandler = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;

/** Answers what no page handled in the form that the API has: `{ message, code }`, with nothing of the inside in it. */
export function registerOperatorErrors(server: FastifyInstance, logger: OperatorErrorLogger): void {
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ message: 'No such path. There are /live, /ready and /queues.', code: 'NOT_FOUND' }),
  );
  server.setErrorHandler(createErrorHandler(logger));
}

/** Also what Fastify needs at its creation, for paths that it can't decode. */
export function createErrorHandler(logger: OperatorErrorLogger): ErrorHandler {
  return (error, { method }, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      void reply.code(status).send({ message: 'Malformed request.', code: 'BAD_REQUEST' });
      return;
    }
    logger.warn({ err: error, method }, 'operator page failed');
    const message = "The page failed. The worker's log has the reason.";
    void reply.code(500).send({ message, code: 'INTERNAL_SERVER_ERROR' });
  };
}
