import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ClockSetting, type SimulatorClock } from './simulator-clock.ts';

/** `GET /clock` and `POST /clock`: reads and sets what time it is in the simulated world. */
export function registerAdminRoutes(server: FastifyInstance, deps: { readonly clock: SimulatorClock }): void {
  const { clock } = deps;
  const describe = (): { mode: string; now: string } => ({
    mode: clock.setting().mode,
    now: clock.now().toISOString(),
  });
  server.get('/clock', describe);
  server.post('/clock', (request, reply) => {
    const setting = ClockSetting.safeParse(request.body);
    if (!setting.success) return reply.status(400).send({ error: z.prettifyError(setting.error) });
    clock.set(setting.data);
    return describe();
  });
}
