import type { FastifyInstance } from 'fastify';
import { ClockChange, type SimulatorClock } from '../server/simulator-clock.ts';
import { sendValidationErrors } from './send-validation-errors.ts';

/** `GET /clock` and `POST /clock`: reads, sets and advances the time in the simulated world. */
export function registerClockRoutes(server: FastifyInstance, { clock }: { readonly clock: SimulatorClock }): void {
  const describe = () => ({ ...clock.setting(), now: clock.now().toISOString() });
  server.get('/clock', describe);
  server.post('/clock', (request, reply) => {
    const change = ClockChange.safeParse(request.body);
    if (!change.success) return sendValidationErrors(reply, change.error);
    if ('advanceMs' in change.data) clock.advance(change.data.advanceMs);
    else clock.set(change.data);
    return describe();
  });
}
