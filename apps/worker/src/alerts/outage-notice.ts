import { fitCommands } from '@coliseum/config/fit-commands';
import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Channel } from '@coliseum/observability/alerts/channel';
import type { AlertDependencies } from './alert-dependencies.ts';
import { draftAlert, type AlertDraft } from './alert-draft.ts';

export type OutageNotice = {
  /** Reports a database that does not answer, once per outage. Ignores any other error. */
  readonly notice: (error: unknown) => Promise<void>;
  /** The database answers again: the next failure is a new outage. */
  readonly clear: () => void;
};

/**
 * Tells operators that the database is out of reach, straight through the channels, as nothing can be kept meanwhile.
 */
export function createOutageNotice(dependencies: AlertDependencies): OutageNotice {
  const { arenaCommand, channels, clock, logger, telemetry } = dependencies;
  let isReported = false;
  return {
    notice: async (fault) => {
      if (!isAppError(fault, 'DATABASE_UNAVAILABLE') || isReported) return;
      isReported = true;
      const draft = draftOutage(clock.now());
      const alert = { ...draft, text: fitCommands(draft.text, arenaCommand) };
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
    logger.error({ err: error, cause: alert.cause }, 'alert not delivered');
  }
}

function draftOutage(now: Date): AlertDraft {
  return draftAlert({
    kind: 'database_unavailable',
    subject: now.toISOString(),
    title: 'The database does not answer',
    whatHappened: `A worker could not reach MongoDB at ${now.toISOString()}.`,
    impact: 'No day is played and nothing settles until it is back. Work in progress resumes where it stopped.',
    action:
      'Start the server that MONGODB_URL names, or restore the connection to it. "npm run arena -- doctor" tells whether it answers.',
  });
}
