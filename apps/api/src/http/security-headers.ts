import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Sets the security headers of every response. None of them is a page, so a browser may load nothing for it. */
export async function registerSecurityHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // Responses are public: pages of the origins that CORS allows may read them.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
}
