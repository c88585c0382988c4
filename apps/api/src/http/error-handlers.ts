import type { FastifyError, FastifyInstance } from 'fastify';
import { isRequestError } from './request-error.ts';

/** Responds to whatever no procedure handled, in the same form as the procedures: `{ message, code }`. */
export function registerErrorHandlers(server: FastifyInstance): void {
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ message: 'No such path. /api/docs lists the paths of this API.', code: 'NOT_FOUND' }),
  );
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (isRequestError(error)) {
      return reply.code(error.statusCode).send({ message: error.message, code: error.publicCode });
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      return reply.code(status).send({ message: 'Malformed request.', code: 'BAD_REQUEST' });
    }
    request.log.error({ err: error }, 'Request failed');
    return reply.code(500).send({ message: 'Something went wrong on our side.', code: 'INTERNAL_SERVER_ERROR' });
  });
}
