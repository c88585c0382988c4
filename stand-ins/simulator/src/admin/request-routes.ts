import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { serviceNames } from '../faults/endpoints.ts';
import type { RequestLog, ReceivedRequest } from '../server/request-log.ts';
import { sendValidationErrors } from './send-validation-errors.ts';

const RequestsQuery = z.strictObject({
  service: z.enum(serviceNames).optional(),
  endpoint: z.string().optional(),
  model: z.string().optional(),
  /** How many of the newest requests to return. */
  limit: z.coerce.number().int().positive().optional(),
});
type RequestsQuery = z.infer<typeof RequestsQuery>;

/** `/requests`: reads, and forgets, what was sent to the services. */
export function registerRequestRoutes(server: FastifyInstance, { log }: { readonly log: RequestLog }): void {
  server.get('/requests', (request, reply) => {
    const query = RequestsQuery.safeParse(request.query);
    if (!query.success) return sendValidationErrors(reply, query.error);
    const { limit } = query.data;
    const matching = log.list().filter((seen) => matches(seen, query.data));
    return { requests: limit === undefined ? matching : matching.slice(-limit) };
  });
  server.delete('/requests', () => {
    log.clear();
    return { requests: [] };
  });
}

function matches(seen: ReceivedRequest, { service, endpoint, model }: RequestsQuery): boolean {
  return (
    (service === undefined || seen.service === service) &&
    (endpoint === undefined || seen.endpoint === endpoint) &&
    (model === undefined || seen.model === model)
  );
}
