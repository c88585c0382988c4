import type { Environment } from '@coliseum/config/environment';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import { createTelemetry } from '@coliseum/observability/create-telemetry';
import type { Logger } from '@coliseum/observability/logger';
import type { Telemetry } from '@coliseum/observability/telemetry';

/** Opens the telemetry of a process that plays real days, as configured by the environment. */
export async function openWorkerTelemetry(environment: Environment, logger: Logger): Promise<Telemetry> {
  return await createTelemetry({
    token: environment.logfireToken,
    baseUrl: environment.logfireBaseUrl,
    serviceName: 'coliseum-worker',
    environment: resolveServiceModes(environment).exhibition ? 'exhibition' : 'production',
    logger,
  });
}
