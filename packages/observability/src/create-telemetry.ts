import { resolveLogfireAddress } from './logfire-address.ts';
import type { TelemetryOptions } from './telemetry-options.ts';
import { silentTelemetry, type Telemetry } from './telemetry.ts';

/**
 * Creates the telemetry of one process: spans and metrics over OTLP (HTTP, protobuf) to Logfire or another receiver. When
 * the receiver is down, the data of that time is lost and nothing else happens.
 */
export async function createTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const { token, baseUrl } = options;
  if (token === undefined) return silentTelemetry;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry({ ...options, token, baseUrl: (baseUrl ?? resolveLogfireAddress(token)).replace(/\/+$/, '') });
}
