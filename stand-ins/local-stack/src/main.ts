import { isAppError } from '@coliseum/domain/errors/app-error';
import { Command, InvalidArgumentError } from 'commander';
import { startLocalStack } from './start-local-stack.ts';

type CommandLineOptions = {
  readonly dataDir: string;
  readonly mongodbPort: number;
  readonly queuePort: number;
  readonly databaseOnly: boolean;
};

// PGlite writes some of its caches with the rights that a process gives by default.
process.umask(0o077);

const program = new Command('local-stack')
  .description('Serves a MongoDB endpoint and a PostgreSQL queue database from a folder, until it is stopped.')
  .option('--data-dir <folder>', 'where the data is kept', process.env['COLISEUM_DATA_DIR'] ?? '.coliseum')
  .option('--mongodb-port <port>', 'port of the MongoDB endpoint; 0 takes a free one', parsePort, 0)
  .option('--queue-port <port>', 'port of the queue database; 0 takes a free one', parsePort, 0)
  .option('--database-only', 'leave the queue out', false)
  .action(run);

await program.parseAsync();

async function run(options: CommandLineOptions): Promise<void> {
  try {
    const stack = await startLocalStack(options);
    process.stdout.write(`MONGODB_URL=${stack.mongodbUrl}\n`);
    if (stack.queueUrl !== null) process.stdout.write(`QUEUE_URL=${stack.queueUrl}\n`);
    stopOnSignal(() => stack.stop());
    process.send?.({ type: 'ready', mongodbUrl: stack.mongodbUrl, queueUrl: stack.queueUrl });
  } catch (error) {
    if (!isAppError(error)) throw error;
    process.stderr.write(`${error.code}: ${error.message}\n`);
    process.send?.({ type: 'failed', code: error.code, message: error.message });
    if (process.connected) process.disconnect();
    process.exitCode = 1;
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Once the parent is gone, nobody is left to serve.
  process.on('disconnect', end);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port must be a whole number from 0 to 65535.');
}
