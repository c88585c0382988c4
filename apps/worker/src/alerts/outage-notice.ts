import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Channel } from '@coliseum/observability/alerts/channel';
import type { AlertDependencies } from './alert-dependencies.ts';
import { draftAlert, type AlertDraft } from './alert-draft.ts';

export type OutageNotice = {
  /** Tells of a database that does not answer, once in each outage. Any other error is left alone. */
  readonly notice: (error: unknown) => Promise<void>;
  /** The database answers: what fails next is another outage. */
  readonly clear: () => void;
};

/** Tells operators that the database is out of reach, straight through the channels, as nothing can be kept meanwhile. */
export function createOutageNotice({ channels, clock, logger, telemetry }: AlertDependencies): OutageNotice {
  let isReported = false;
  return {
    notice: async (fault) => {
      if (!isAppError(fault, 'DATABASE_UNAVAILABLE') || isReported) return;
      isReported = true;
      const alert = draftOutage(clock.now());
      logger.error({ cause: alert.cause }, alert.title);
      telemetry.count('coliseum.alerts', 1, { kind: alert.kind });
      await Promise.all(channels.map(async (channel) => await deliverUnstored(logger, alert, channel)));
    },
    clear: () => {
      isReported = false;
    },
  };
}

async function deliverUnstored(
  logger: AlertDependencies['logger'],
  alert: AlertDraft,
  channel: Channel,
): Promise<void> {
  try {
    await channel.deliver(alert);
  } catch (error) {
    logger.error({ err: error, cause: alert.cause }, 'an alert was not delivered');
  }
}

function draftOutage(now: Date): AlertDraft {
  return draftAlert({
    kind: 'database_unavailable',
    subject: now.toISOString(),
    title: 'The database does not answer',
    whatHappened: `a worker could not reach MongoDB at ${now.toISOString()}`,
    impact: 'no day is played and nothing settles until it is back. What was under way is taken up where it stopped.',
    action: 'start the server of MONGODB_URL or mend the way to it; "npm run arena -- doctor" says whether it answers.',
  });
}
