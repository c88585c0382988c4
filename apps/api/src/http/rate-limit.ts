import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { createRequestError, type RequestError } from './request-error.ts';

/** This machine: the site's server and a proxy call from here. */
const EXEMPT_ADDRESSES: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Whether the limits leave this address alone. */
export function isExemptAddress(address: string | undefined): boolean {
  return address !== undefined && EXEMPT_ADDRESSES.has(address);
}

/**
 * Limits the requests per address, whatever they ask for: paths that do not exist and methods that are refused count
 * too. The site's server calls from this machine and is exempt, and so are the health checks.
 */
export async function registerRateLimit(server: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await server.register(rateLimit, {
    global: false,
    max: requestsPerMinute,
    timeWindow: '1 minute',
    allowList: [...EXEMPT_ADDRESSES],
    errorResponseBuilder: (_request, { after }) => createTooManyRequests(after),
  });
  const limit = server.rateLimit();
  server.addHook('onRequest', async function limitRequest(request, reply) {
    if (request.routeOptions.url?.startsWith('/health/') === true) return;
    await limit.call(server, request, reply);
  });
}

/** `after` is a time such as "30 seconds". */
export function createTooManyRequests(after: string): RequestError {
  const message = `Too many requests from this address. Try again in ${after}.`;
  return createRequestError({ statusCode: 429, publicCode: 'TOO_MANY_REQUESTS', message });
}
