import type { OnConflictWait } from '@coliseum/db/session/conflict-patience';
import type { Logger } from '@coliseum/observability/logger';

/** Says in the log that a write waits for another writer's transaction, which nobody may be left to end. */
export function logConflictWait(logger: Logger): OnConflictWait {
  return ({ waitedMs, patienceMs }) => {
    const fields = { waitedMs, patienceMs };
    logger.warn(fields, "write waits for another writer's transaction, which the server ends if its process died");
  };
}
