import type { FastifyInstance } from 'fastify';
import type { FaultBook } from '../faults/fault-book.ts';
import { FaultRule } from '../faults/fault-rule.ts';
import type { LatencyBook } from '../faults/latency-book.ts';
import { FaultRules, LatencyRules } from '../faults/scenario.ts';
import { sendValidationErrors } from './send-validation-errors.ts';

type FaultRoutesDeps = { readonly faults: FaultBook; readonly latencies: LatencyBook };

/** `/faults` and `/latencies`: reads and changes what goes wrong, or slowly. Every change is answered with all rules. */
export function registerFaultRoutes(server: FastifyInstance, { faults, latencies }: FaultRoutesDeps): void {
  const describeFaults = () => ({ faults: faults.describe() });
  server.get('/faults', describeFaults);
  server.put('/faults', (request, reply) => {
    const rules = FaultRules.safeParse(request.body);
    if (!rules.success) return sendValidationErrors(reply, rules.error);
    faults.replace(rules.data.faults);
    return describeFaults();
  });
  server.post('/faults', (request, reply) => {
    const rule = FaultRule.safeParse(request.body);
    if (!rule.success) return sendValidationErrors(reply, rule.error);
    faults.put(rule.data);
    return describeFaults();
  });
  server.delete('/faults', () => {
    faults.replace([]);
    return describeFaults();
  });
  server.delete<{ Params: { name: string } }>('/faults/:name', (request, reply) => {
    const { name } = request.params;
    return faults.remove(name) ? describeFaults() : reply.status(404).send({ error: `There is no rule ${name}.` });
  });

  const describeLatencies = () => ({ latencies: latencies.rules() });
  server.get('/latencies', describeLatencies);
  server.put('/latencies', (request, reply) => {
    const rules = LatencyRules.safeParse(request.body);
    if (!rules.success) return sendValidationErrors(reply, rules.error);
    latencies.replace(rules.data.latencies);
    return describeLatencies();
  });
  server.delete('/latencies', () => {
    latencies.replace([]);
    return describeLatencies();
  });
}
