import { resolveLogfireAddress } from './logfire-address.ts';
import type { Logger } from './logger.ts';
import { silentTelemetry, type Telemetry } from './telemetry.ts';

export type TelemetryOptions = {
  /** Undefined: nothing is sent, and nothing of OpenTelemetry is loaded. */
  readonly token: string | undefined;
  /** Without a path. Default: Logfire's own, which the token tells. */
  readonly baseUrl?: string | undefined;
  /** Such as `coliseum-worker`. */
  readonly serviceName: string;
  readonly environment: 'production' | 'exhibition';
  /** Told when the receiver fails, and when it works again. */
  readonly logger: Pick<Logger, 'warn' | 'info'>;
  /** How long `stop` may take. Default: 5 seconds. */
  readonly stopLimitMs?: number;
};

/**
 * Makes the telemetry of one process: spans and metrics over OTLP (HTTP, protobuf) to Logfire or another receiver. A
 * receiver that fails costs the measurements of that time and nothing else.
 */
export async function createTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const { token, baseUrl } = options;
  if (token === undefined) return silentTelemetry;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry({ ...options, token, baseUrl: (baseUrl ?? resolveLogfireAddress(token)).replace(/\/+$/, '') });
}
