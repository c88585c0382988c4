import type { Logger } from './logger.ts';

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
