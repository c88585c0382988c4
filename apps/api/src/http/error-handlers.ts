import type { FastifyError, FastifyInstance } from 'fastify';

/** Responds to whatever no procedure handled, in the same form as the procedures: `{ message, code }`. */
export function registerErrorHandlers(server: FastifyInstance): void {
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ message: 'No such path. /api/docs lists the paths of this API.', code: 'NOT_FOUND' }),
  );
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 429) return reply.code(429).send({ message: error.message, code: 'TOO_MANY_REQUESTS' });
    if (status >= 400 && status < 500) {
      return reply.code(status).send({ message: 'Malformed request.', code: 'BAD_REQUEST' });
    }
    request.log.error({ err: error }, 'Request failed');
    return reply.code(500).send({ message: 'Something went wrong on our side.', code: 'INTERNAL_SERVER_ERROR' });
  });
}
