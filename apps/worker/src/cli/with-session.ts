import { readEnvironment, type Environment } from '@coliseum/config/environment';
import { createLogger, type Logger } from '@coliseum/observability/logger';
import { openSession, type ArenaSession } from './arena-session.ts';

export type CommandContext = ArenaSession & { readonly environment: Environment; readonly logger: Logger };

type Options = Parameters<typeof openSession>[1] & {
  /** Log lines below this are left out where LOG_LEVEL does not say otherwise. */
  readonly quiet?: boolean;
};

/** Reads the environment, opens the database, runs `work` and closes again, whatever happens. Logs go to stderr. */
export async function withSession<T>(work: (context: CommandContext) => Promise<T>, options: Options = {}): Promise<T> {
  const environment = readEnvironment(process.env);
  const logger = commandLogger(environment, options.quiet ?? false);
  const session = await openSession(environment, options);
  try {
    return await work({ ...session, environment, logger });
  } finally {
    await session.close();
  }
}

/** The logger of a command: on stderr, and only warnings where progress is shown otherwise. */
export function commandLogger(environment: Environment, quiet: boolean): Logger {
  const level = quiet && environment.logLevel === 'info' ? 'error' : environment.logLevel;
  return createLogger({ level, pretty: process.stderr.isTTY, destination: 'stderr' });
}
