import { readEnvironment, type Environment } from '@coliseum/config/environment';
import { fitCommands } from '@coliseum/config/fit-commands';
import { connectDatabase } from '@coliseum/db/connect';
import { AppError, isAppError } from '@coliseum/domain/errors/app-error';
import { createLogger } from '@coliseum/observability/logger';
import { listen } from './http/listen.ts';
import { buildServer } from './http/server.ts';
import { openArena } from './open-arena.ts';
import { onStopSignal } from './stop-signal.ts';

/** Serves the API until SIGTERM or SIGINT. Tells its parent process when it is ready. */
async function main(environment: Environment): Promise<void> {
  const logger = createLogger({ level: environment.logLevel, pretty: process.stdout.isTTY });
  const database = await connectDatabase({ url: requireDatabaseUrl(environment) });
  await database.verify();
  const arena = await openArena({ database, environment, logger });
  const server = await buildServer({
    ...arena,
    logger,
    ping: () => database.ping(),
    datasetDir: environment.datasetDir,
    corsOrigins: environment.corsOrigins,
  });
  const url = await listen(server, { host: environment.apiHost, port: environment.apiPort });
  logger.info({ url }, 'API ready');
  process.send?.({ type: 'ready', url });
  // Loads the match history now, so that the first spectator does not wait for it.
  arena.queries.leaderboard().catch((error: unknown) => logger.warn({ err: error }, 'Match history preload failed'));
  onStopSignal(async () => {
    arena.revisions.stop();
    await server.close();
    await database.close();
  });
}

function requireDatabaseUrl({ mongodbUrl }: Environment): string {
  if (mongodbUrl !== undefined) return mongodbUrl;
  throw new AppError({
    code: 'CONFIG_INVALID',
    message:
      'MONGODB_URL is not set. Run npm start, which starts a database of its own, or set it to a MongoDB replica set.',
  });
}

try {
  await main(readEnvironment(process.env));
} catch (error) {
  const text = isAppError(error) ? `${error.code}: ${error.message}` : String(error);
  process.stderr.write(`${fitCommands(text, process.env['ARENA_COMMAND'])}\n`);
  process.exit(1);
}
