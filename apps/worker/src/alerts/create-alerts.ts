import { fitCommands } from '@coliseum/config/fit-commands';
import type { Alert } from '@coliseum/domain/alert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import type { AlertDependencies } from './alert-dependencies.ts';
import type { AlertDraft } from './alert-draft.ts';
import { deliverPending, recordDelivery } from './deliver-alert.ts';
import { createOutageNotice } from './outage-notice.ts';

/** Alerts operators. Nothing here throws: a failing alert must not stop the work it is about. */
export type Alerts = {
  /**
   * Keeps the alerts that are new, and delivers each to every channel. A cause that is known already is told to nobody.
   */
  readonly raise: (drafts: readonly AlertDraft[]) => Promise<void>;
  /** Retries the alerts that a channel did not take. */
  readonly deliverPending: () => Promise<void>;
  /** Checks an error for a database outage, which cannot store its own alert. */
  readonly noticeError: (error: unknown) => Promise<void>;
};

/** Creates the alerts of one process. Processes that share a database raise each cause only once between them. */
export function createAlerts(dependencies: AlertDependencies): Alerts {
  const { database, channels, logger } = dependencies;
  const outage = createOutageNotice(dependencies);
  const runGuarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      outage.clear();
    } catch (error) {
      logger.error({ err: error }, 'alert not stored or not delivered');
      await outage.notice(error);
    }
  };
  return {
    raise: async (drafts) => {
      for (const draft of drafts) {
        await runGuarded(async () => await raise(dependencies, draft));
      }
    },
    deliverPending: async () =>
      await runGuarded(async () => await deliverPending({ ...dependencies, database, channels })),
    noticeError: async (error) => {
      if (isAppError(error, 'DATABASE_UNAVAILABLE')) await outage.notice(error);
    },
  };
}

async function raise(dependencies: AlertDependencies, draft: AlertDraft): Promise<void> {
  const { arenaCommand, database, channels, clock, logger, telemetry } = dependencies;
  const alert: Alert = {
    id: database.newId(),
    ...draft,
    text: fitCommands(draft.text, arenaCommand),
    raisedAt: clock.now(),
    // The first attempt is under way; other workers leave it alone for a while.
    deliveries: channels.map(({ name }) => ({ channel: name, attempts: 1, deliveredAt: null, error: null })),
  };
  if (!(await database.alerts.insert(alert))) return;
  logger.error({ cause: draft.cause }, draft.title);
  telemetry.count('coliseum.alerts', 1, { kind: draft.kind });
  await recordDelivery(dependencies, alert, channels);
}
