import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Sets the security headers of every answer. Nothing here is a page, so a browser may load nothing for it. */
export async function registerSecurityHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // The answers are public; a page of an origin that CORS lets in reads them.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
}
