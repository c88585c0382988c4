import { readEnvironment } from '@coliseum/config/environment';
import { fitCommands } from '@coliseum/config/fit-commands';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { createLogger } from '@coliseum/observability/logger';
import { startWorker } from './service/start-worker.ts';

/** How long running jobs may take to finish after a stop signal. Whatever is cut off is resumed later. */
const STOP_LIMIT_MS = 12_000;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const logger = createLogger({ level: environment.logLevel, pretty: process.stdout.isTTY });
  const worker = await startWorker(environment, logger);
  logger.info({ url: worker.url }, 'worker started');
  process.send?.({ type: 'ready', url: worker.url });
  const stop = (signal: NodeJS.Signals): void => {
    logger.info({ signal }, 'worker stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'worker stop failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const text = isAppError(error)
    ? `${error.code}: ${error.message}`
    : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${fitCommands(text, process.env['ARENA_COMMAND'])}\n`);
  process.exitCode = 1;
});
