import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** Answers what is wrong with the body or the query of an admin call, one mistake per line with its place. */
export function sendValidationErrors(reply: FastifyReply, error: z.ZodError): FastifyReply {
  return reply.status(400).send({ error: z.prettifyError(error) });
}
