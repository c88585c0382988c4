import type { FastifyInstance } from 'fastify';

/** `/health/live`: the process responds. `/health/ready`: the database does too. */
export function registerHealth(server: FastifyInstance, ping: () => Promise<void>): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (request, reply) => {
    try {
      await ping();
      return { status: 'ready' };
    } catch (error) {
      request.log.warn({ err: error, requestId: request.id }, 'Database unavailable');
      return reply.code(503).send({ status: 'unavailable', reason: 'The database is not responding.' });
    }
  });
}
