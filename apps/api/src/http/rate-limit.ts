import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/** Limits the requests per address. The site's server calls from this machine and is exempt. */
export async function registerRateLimit(server: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    allowList: ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
    errorResponseBuilder: (_request, { after }) => createTooManyRequests(after),
  });
}

/** The error that is answered with a 429. `after` is a time such as "30 seconds". */
export function createTooManyRequests(after: string): Error {
  return Object.assign(new Error(`Too many requests from this address. Try again in ${after}.`), { statusCode: 429 });
}
