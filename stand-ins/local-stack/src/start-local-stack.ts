import { join, resolve } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { lockFolder } from './data-folder/folder-lock.ts';
import { checkFormat } from './data-folder/format.ts';
import { makePrivateFolder, tightenDataFolder } from './data-folder/keep-private.ts';
import { keepPassword } from './data-folder/password-file.ts';
import { removeStackFile, writeStackFile } from './data-folder/stack-file.ts';
import { startQueue } from './queue/start-queue.ts';
import { startDatabase } from './start-database.ts';

export type LocalStackOptions = {
  readonly dataDir: string;
  /** 0 (the default) takes a free port. */
  readonly mongodbPort?: number;
  readonly queuePort?: number;
  /** Leaves the queue out. */
  readonly databaseOnly?: boolean;
  /** How long a transaction stays open when its client is gone; MongoDB's 60 seconds by default. */
  readonly transactionLifetimeMs?: number;
};

export type LocalStack = {
  /** With the password of the data folder, as the other. */
  readonly mongodbUrl: string;
  /** Null with `databaseOnly`. */
  readonly queueUrl: string | null;
  stop(): Promise<void>;
};

/** Only for this machine. */
const HOST = '127.0.0.1';

type Stoppable = { stop(): Promise<void> };

/**
 * Starts the MongoDB endpoint and the queue database on a data folder, which is created if it is missing.
 * Throws `DATA_FOLDER_IN_USE`, `DATA_FOLDER_TOO_NEW`, or `PORT_IN_USE`.
 */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const dataDir = resolve(options.dataDir);
  await makePrivateFolder(dataDir);
  const lock = await lockFolder(dataDir);
  const started: Stoppable[] = [{ stop: () => Promise.resolve(lock.release()) }];
  const stop = async (): Promise<void> => {
    for (const part of started.splice(0).toReversed()) await part.stop();
  };
  try {
    await tightenDataFolder(dataDir);
    await checkFormat(dataDir);
    const password = await keepPassword(dataDir);
    const database = await startOnPort('mongodb-port', options.mongodbPort, (port) =>
      startDatabase({
        folder: dataDir,
        host: HOST,
        port,
        password,
        transactionLifetimeMs: options.transactionLifetimeMs,
      }),
    );
    started.push(database);
    const queue =
      options.databaseOnly === true
        ? undefined
        : await startOnPort('queue-port', options.queuePort, (port) =>
            startQueue({ folder: join(dataDir, 'queue'), host: HOST, port, password }),
          );
    if (queue !== undefined) started.push(queue);
    const urls = { mongodbUrl: database.url, queueUrl: queue?.url ?? null };
    await writeStackFile(dataDir, { pid: process.pid, ...urls, startedAt: new Date().toISOString() });
    started.push({ stop: () => removeStackFile(dataDir) });
    return { ...urls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOnPort<T>(
  option: string,
  port: number | undefined,
  start: (port: number) => Promise<T>,
): Promise<T> {
  try {
    return await start(port ?? 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new AppError({
      code: 'PORT_IN_USE',
      message: `Port ${port} (--${option}) is in use. Stop the process that uses it, or choose another port (0 for any free port).`,
      details: { option, port: port ?? 0 },
      cause: error,
    });
  }
}
