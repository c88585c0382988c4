import type { FastifyError, FastifyInstance } from 'fastify';
import { buildErrorBody } from './error-body.ts';
import { isRequestError } from './request-error.ts';

/** Responds to whatever no procedure handled, in the same form as the procedures. */
export function registerErrorHandlers(server: FastifyInstance): void {
  server.setNotFoundHandler(({ id: requestId }, reply) => {
    const message = 'No such path. /api/docs lists the paths of this API.';
    return reply.code(404).send(buildErrorBody({ code: 'NOT_FOUND', message, requestId }));
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, ...fields } = toAnswer(error);
    if (status === 500) request.log.error({ err: error, requestId: request.id }, 'Request failed');
    return reply.code(status).send(buildErrorBody({ ...fields, requestId: request.id }));
  });
}

function toAnswer(error: FastifyError): { readonly status: number; readonly code: string; readonly message: string } {
  if (isRequestError(error)) return { status: error.statusCode, code: error.publicCode, message: error.message };
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return { status, code: 'BAD_REQUEST', message: 'Malformed request.' };
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side.' };
}
