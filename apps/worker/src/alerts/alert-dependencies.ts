import type { Database } from '@coliseum/db/database';
import type { Clock } from '@coliseum/domain/clock';
import type { Channel } from '@coliseum/observability/alerts/channel';
import type { Logger } from '@coliseum/observability/logger';
import type { Telemetry } from '@coliseum/observability/telemetry';

export type AlertDependencies = {
  readonly database: Pick<Database, 'alerts' | 'newId' | 'withTransaction'>;
  /** The configured channels; without any, alerts are only logged and stored. */
  readonly channels: readonly Channel[];
  /** ARENA_COMMAND: what is typed before a command where this worker runs. Unset: what a checkout takes. */
  readonly arenaCommand?: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telemetry: Pick<Telemetry, 'count'>;
};
