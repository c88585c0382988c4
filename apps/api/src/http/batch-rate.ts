import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createTooManyRequests } from './rate-limit.ts';

/**
 * How many calls one tRPC batch may hold. A page that shows all agents and two match days asks for eighteen things; a
 * longer batch is work for the database that one line of a log would stand for.
 */
export const MAXIMUM_BATCH_SIZE = 20;

type BatchCounter = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Counts a tRPC batch as the number of its calls: the limit counts the request itself, and this the calls after the first. */
export function createBatchCounter(server: FastifyInstance): BatchCounter {
  const count = server.createRateLimit();
  return async (request, reply) => {
    const calls = countCalls(request.params);
    if (calls > MAXIMUM_BATCH_SIZE) return;
    for (let counted = 1; counted < calls; counted += 1) {
      const result = await count(request);
      if (result.isAllowed) return;
      void reply.header('x-ratelimit-remaining', result.remaining);
      if (result.isExceeded) throw createTooManyRequests(`${result.ttlInSeconds} seconds`);
    }
  };
}

/** The procedures in a path such as `/trpc/status,leaderboard`. No procedure has a comma in its name. */
function countCalls(params: unknown): number {
  const path = typeof params === 'object' && params !== null && 'path' in params ? params.path : '';
  return typeof path === 'string' ? path.split(',').length : 1;
}
