import { systemClock } from '@coliseum/domain/clock';
import { createAlerts, type Alerts } from '../alerts/create-alerts.ts';
import { openChannels } from '../alerts/open-channels.ts';
import type { ArenaContext } from '../arena/arena-context.ts';
import { createArenaContext } from '../arena/create-arena-context.ts';
import { seedConfiguredAgents } from '../arena/seed-configured-agents.ts';
import { openWorkerTelemetry } from '../telemetry/open-worker-telemetry.ts';
import type { ProcessEnvironment } from './process-environment.ts';
import { withServices } from './with-services.ts';
import { withSession } from './with-session.ts';

/**
 * Runs `work` with a pipeline on the system clock and the alerts of this process. Does not schedule settlements: the
 * worker finds new events in the database.
 */
export async function withArena<T>(
  processEnvironment: ProcessEnvironment,
  work: (context: ArenaContext, alerts: Alerts) => Promise<T>,
): Promise<T> {
  return await withSession(
    processEnvironment,
    async ({ database, environment, logger }) =>
      await withServices(environment, async (endpoints) => {
        if (environment.mongodbUrl === undefined) await seedConfiguredAgents(database, environment, systemClock.now());
        const telemetry = await openWorkerTelemetry(environment, logger);
        const scheduleSettlement = async (): Promise<void> => {};
        const stopping = processEnvironment.createStopSignal();
        const options = { environment, database, endpoints, logger, telemetry, scheduleSettlement, stopping };
        try {
          const context = await createArenaContext(options);
          return await work(
            context,
            createAlerts({ ...context, arenaCommand: environment.arenaCommand, channels: openChannels(environment) }),
          );
        } finally {
          await telemetry.stop();
        }
      }),
  );
}
