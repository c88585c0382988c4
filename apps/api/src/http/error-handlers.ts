import type { FastifyError, FastifyInstance } from 'fastify';

/** Answers everything that no procedure answered, in the form the procedures have: `{ message, code }`. */
export function registerErrorHandlers(server: FastifyInstance): void {
  server.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .send({ message: 'There is nothing at this address. The API is described at /api/docs.', code: 'NOT_FOUND' }),
  );
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 429) return reply.code(429).send({ message: error.message, code: 'TOO_MANY_REQUESTS' });
    if (status >= 400 && status < 500) {
      return reply.code(status).send({ message: 'The request cannot be understood.', code: 'BAD_REQUEST' });
    }
    request.log.error({ err: error }, 'Request failed');
    return reply.code(500).send({ message: 'Something went wrong on our side.', code: 'INTERNAL_SERVER_ERROR' });
  });
}
