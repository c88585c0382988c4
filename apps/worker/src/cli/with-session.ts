import { readEnvironment, type Environment } from '@coliseum/config/environment';
import { createLogger, type Logger } from '@coliseum/observability/logger';
import { logConflictWait } from '../telemetry/log-conflict-wait.ts';
import { openSession, type ArenaSession } from './arena-session.ts';
import type { ProcessEnvironment } from './process-environment.ts';

export type CommandContext = ArenaSession & { readonly environment: Environment; readonly logger: Logger };

type Options = Parameters<typeof openSession>[1] & {
  /** Log errors only, unless LOG_LEVEL is set to something else than its default. */
  readonly quiet?: boolean;
};

/** Reads the environment, opens the database, runs `work`, and always closes the database again. Logs go to stderr. */
export async function withSession<T>(
  { env, stderr, isTrial = false }: ProcessEnvironment,
  work: (context: CommandContext) => Promise<T>,
  options: Options = {},
): Promise<T> {
  const environment = readEnvironment(env);
  const level = options.quiet === true && environment.logLevel === 'info' ? 'error' : environment.logLevel;
  const output = { pretty: stderr.isTTY, destination: 'stderr' } as const;
  const logger = createLogger({ level, ...output });
  // Also where little is logged: a command that waits would look as if it hung.
  const onConflictWait = logConflictWait(createLogger({ level: environment.logLevel, ...output }));
  const session = await openSession(environment, { ...options, isOwnDatabase: isTrial, onConflictWait });
  try {
    return await work({ ...session, environment, logger });
  } finally {
    await session.close();
  }
}
