import type { FastifyReply } from 'fastify';

/** Kalshi's answer to an unknown ticker or path. */
export function sendNotFound(reply: FastifyReply): FastifyReply {
  return reply.status(404).send({ error: { code: 'not_found', message: 'not found' } });
}

/** Kalshi's answer to a parameter it cannot take. */
export function sendInvalidParameters(reply: FastifyReply, message = 'invalid parameters'): FastifyReply {
  return reply.status(400).send({ error: { code: 'invalid_parameters', message } });
}
