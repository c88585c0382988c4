import { randomUUID } from 'node:crypto';
import type { Environment } from '@coliseum/config/environment';
import { toMinuteOfDay } from '@coliseum/config/minute-of-day';
import { loadPersonas } from '@coliseum/config/personas';
import type { Database } from '@coliseum/db/database';
import { systemClock } from '@coliseum/domain/clock';
import { systemSleep, type Sleep } from '@coliseum/http/sleep';
import type { Logger } from '@coliseum/observability/logger';
import { silentTelemetry, type Telemetry } from '@coliseum/observability/telemetry';
import type { ArenaContext } from './arena-context.ts';
import { createClients } from './create-clients.ts';
import { createModelCatalogue } from './model-catalogue.ts';
import { listPlayedModels } from './played-models.ts';
import type { ServiceEndpoints } from './service-endpoints.ts';

type ArenaContextOptions = {
  readonly environment: Environment;
  readonly database: Database;
  readonly endpoints: ServiceEndpoints;
  readonly logger: Logger;
  readonly scheduleSettlement: ArenaContext['scheduleSettlement'];
  /** How clients wait between tries. On a simulated clock they do not wait. */
  readonly sleep?: Sleep;
  /** Default: silent. */
  readonly telemetry?: Telemetry;
  /** Aborted when the process has to stop. Default: never. */
  readonly stopping?: AbortSignal;
};

/** Creates the arena's context on the system clock. Throws PERSONA_INVALID for an invalid persona file. */
export async function createArenaContext({
  environment,
  database,
  endpoints,
  logger,
  scheduleSettlement,
  sleep = systemSleep,
  telemetry = silentTelemetry,
  stopping = new AbortController().signal,
}: ArenaContextOptions): Promise<ArenaContext> {
  const clients = createClients({ sleep, telemetry }, endpoints);
  const catalogue = createModelCatalogue({ openRouter: clients.openRouter, clock: systemClock, logger });
  await catalogue.readModels(await listPlayedModels(database, environment));
  return {
    clock: systemClock,
    processClock: systemClock,
    database,
    ...clients,
    personas: await loadPersonas(environment.personasDir),
    settings: {
      feeRule: environment.feeRule,
      selectorModel: environment.selectorModel,
      decisionTimeoutMs: environment.decisionTimeoutMs,
      decisionConcurrency: environment.decisionConcurrency,
      dailyBudgetMicroDollars: environment.dailyBudgetMicroDollars,
      dailyWarningMicroDollars: environment.dailyWarningMicroDollars,
      trial: null,
      newLeaseOwner: () => `worker_${randomUUID()}`,
      datasetDir: environment.datasetDir,
      lockMinuteOfDay: toMinuteOfDay(environment.dailyRunAtUtc),
    },
    sleep,
    logger,
    telemetry,
    stopping,
    ...catalogue,
    scheduleSettlement,
  };
}
