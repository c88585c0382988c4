import type { Logger } from './logger.ts';

export type TelemetryOptions = {
  /** When undefined, nothing is sent and OpenTelemetry is not loaded. */
  readonly token: string | undefined;
  /** URL of the OTLP receiver, without a path. Default: the Logfire region that the token names. */
  readonly baseUrl?: string | undefined;
  /** For example `coliseum-worker`. */
  readonly serviceName: string;
  readonly environment: 'production' | 'exhibition';
  /** Logs when the receiver fails and when it recovers. */
  readonly logger: Pick<Logger, 'warn' | 'info'>;
  /** Limit for `stop`, in milliseconds. Default: 5 seconds. */
  readonly stopLimitMs?: number;
};
