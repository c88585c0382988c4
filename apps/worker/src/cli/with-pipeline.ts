import { systemClock } from '@coliseum/domain/clock';
import { createPipelineContext } from '../container.ts';
import type { PipelineContext } from '../pipeline/context.ts';
import { seedConfiguredAgents } from '../seed-configured-agents.ts';
import type { Surroundings } from './surroundings.ts';
import { withServices } from './with-services.ts';
import { withSession } from './with-session.ts';

/**
 * Runs `work` with a pipeline on the machine's clock. Settlements of new events are left to the worker, which finds
 * them in the database.
 */
export async function withPipeline<T>(
  surroundings: Surroundings,
  work: (context: PipelineContext) => Promise<T>,
): Promise<T> {
  return await withSession(
    surroundings,
    async ({ database, environment, logger }) =>
      await withServices(environment, async (endpoints) => {
        if (environment.mongodbUrl === undefined) await seedConfiguredAgents(database, environment, systemClock.now());
        const scheduleSettlement = async (): Promise<void> => {};
        return await work(
          await createPipelineContext({
            environment,
            database,
            endpoints,
            logger,
            scheduleSettlement,
            stopping: surroundings.stopRequest(),
          }),
        );
      }),
  );
}
