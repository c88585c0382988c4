import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '@coliseum/domain/errors/app-error';
import { findRunningStack } from './data-folder/stack-file.ts';

export type AttachedStack = {
  readonly mongodbUrl: string;
  /** Null when the stack runs without a queue. */
  readonly queueUrl: string | null;
  /** Stops the stack when it was started here; leaves one that was running. */
  close(): Promise<void>;
};

type Urls = Pick<AttachedStack, 'mongodbUrl' | 'queueUrl'>;

/** PGlite sets up its files on the first start, which takes a slow machine a while. */
const START_TIMEOUT_MS = 60_000;

/**
 * Uses the stack that runs on the data folder, or starts one as a child process until `close`.
 * Throws `DATA_FOLDER_IN_USE` when another process is just starting or runs without the queue that is needed.
 */
export async function attachOrSpawn(options: {
  readonly dataDir: string;
  readonly databaseOnly?: boolean;
}): Promise<AttachedStack> {
  const dataDir = resolve(options.dataDir);
  const databaseOnly = options.databaseOnly ?? false;
  await mkdir(dataDir, { recursive: true });
  const running = await findRunningStack(dataDir);
  if (running === undefined) return spawnStack(dataDir, databaseOnly);
  if (!databaseOnly && running.queueUrl === null) {
    throw new AppError({
      code: 'DATA_FOLDER_IN_USE',
      message: `Process ${running.pid} uses the data folder ${dataDir} without a queue. Wait for it or stop it, or set QUEUE_URL.`,
      details: { dataDir, pid: running.pid },
    });
  }
  return { mongodbUrl: running.mongodbUrl, queueUrl: running.queueUrl, close: () => Promise.resolve() };
}

async function spawnStack(dataDir: string, databaseOnly: boolean): Promise<AttachedStack> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const args = [main, '--data-dir', dataDir, ...(databaseOnly ? ['--database-only'] : [])];
  // Only warnings and errors reach the terminal: stdout belongs to the command that attaches.
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const complaints: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
  try {
    const urls = await readyUrls(child);
    return { ...urls, close: () => stopChild(child) };
  } catch (error) {
    await stopChild(child);
    throw new AppError({
      code: 'DATABASE_UNAVAILABLE',
      message: `The local stack did not start: ${Buffer.concat(complaints).toString('utf8').trim() || 'it gave no reason'}`,
      details: { dataDir },
      cause: error,
    });
  }
}

async function readyUrls(child: ChildProcess): Promise<Urls> {
  const timeout = AbortSignal.timeout(START_TIMEOUT_MS);
  const ready = once(child, 'message', { signal: timeout }).then(([message]: unknown[]) => urlsOf(message));
  const exited = once(child, 'exit', { signal: timeout }).then(([code]: unknown[]): never => {
    throw new Error(`The local stack ended with code ${String(code)}`);
  });
  return Promise.race([ready, exited]);
}

function urlsOf(message: unknown): Urls {
  if (
    typeof message === 'object' &&
    message !== null &&
    'mongodbUrl' in message &&
    typeof message.mongodbUrl === 'string'
  ) {
    const queueUrl = 'queueUrl' in message && typeof message.queueUrl === 'string' ? message.queueUrl : null;
    return { mongodbUrl: message.mongodbUrl, queueUrl };
  }
  throw new Error('The local stack sent an unknown message');
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
