import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/** Limits the requests of one address. The site's own server asks from this machine and is not limited. */
export async function registerRateLimit(server: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    allowList: ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new Error(`Too many requests from this address. Try again in ${after}.`), { statusCode: 429 }),
  });
}
