import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AppError, isAppError } from '@coliseum/domain/errors/app-error';
import { makePrivateFolder } from './data-folder/keep-private.ts';
import { findRunningStack, type StackFile } from './data-folder/stack-file.ts';

export type AttachedStack = {
  readonly mongodbUrl: string;
  /** Null when the stack runs without a queue. */
  readonly queueUrl: string | null;
  /** Stops the stack if it was started here; one that was already running keeps running. */
  close(): Promise<void>;
};

type StackUrls = Pick<AttachedStack, 'mongodbUrl' | 'queueUrl'>;

/** PGlite creates its files on the first start, which takes a while on a slow machine. */
const START_TIMEOUT_MS = 60_000;

/** How long to wait for another process that is starting a stack. */
const PATIENCE_MS = 15_000;
const POLL_MS = 100;

/**
 * Uses the stack running on the data folder, or starts one as a child process that lives until `close`.
 * Throws `DATA_FOLDER_IN_USE` when the running stack lacks the queue that is needed, `DATA_FOLDER_TOO_NEW`, or
 * `DATABASE_UNAVAILABLE` when the stack does not come up.
 */
export async function attachOrSpawn(options: {
  readonly dataDir: string;
  readonly databaseOnly?: boolean;
}): Promise<AttachedStack> {
  const dataDir = resolve(options.dataDir);
  const databaseOnly = options.databaseOnly ?? false;
  await makePrivateFolder(dataDir);
  const running = await findRunningStack(dataDir);
  if (running !== undefined) return attach(running, dataDir, databaseOnly);
  try {
    return await spawnStack(dataDir, databaseOnly);
  } catch (error) {
    // Two commands started at the same moment both find nothing: the second uses the stack of the first.
    const started = isAppError(error, 'DATA_FOLDER_IN_USE') ? await waitForStack(dataDir) : undefined;
    if (started === undefined) throw error;
    return attach(started, dataDir, databaseOnly);
  }
}

function attach(running: StackFile, dataDir: string, databaseOnly: boolean): AttachedStack {
  if (!databaseOnly && running.queueUrl === null) {
    throw new AppError({
      code: 'DATA_FOLDER_IN_USE',
      message: `Process ${running.pid} uses the data folder ${dataDir} without a queue. Wait until it ends, stop it, or set QUEUE_URL.`,
      details: { dataFolder: dataDir, processId: running.pid },
    });
  }
  return { mongodbUrl: running.mongodbUrl, queueUrl: running.queueUrl, close: () => Promise.resolve() };
}

async function waitForStack(dataDir: string): Promise<StackFile | undefined> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += POLL_MS) {
    const running = await findRunningStack(dataDir);
    if (running !== undefined) return running;
    await setTimeout(POLL_MS);
  }
  return undefined;
}

async function spawnStack(dataDir: string, databaseOnly: boolean): Promise<AttachedStack> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const args = [main, '--data-dir', dataDir, ...(databaseOnly ? ['--database-only'] : [])];
  // stdout and stderr belong to the command that attaches, so errors come as a message. Detached, so that a
  // Ctrl-C in the terminal ends the command first; the stack ends with it, as its channel closes.
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
  try {
    const urls = await waitForUrls(child, dataDir);
    return { ...urls, close: () => stopChild(child) };
  } catch (error) {
    await stopChild(child);
    throw error;
  }
}

async function waitForUrls(child: ChildProcess, dataDir: string): Promise<StackUrls> {
  const timeout = AbortSignal.timeout(START_TIMEOUT_MS);
  const ready = once(child, 'message', { signal: timeout }).then(([message]: unknown[]) => readUrls(message, dataDir));
  // A message sent before the exit arrives before it.
  const exited = once(child, 'close', { signal: timeout }).then(([code]: unknown[]): never => {
    throw createUnavailableError(dataDir, `it ended with code ${String(code)}`);
  });
  return Promise.race([ready, exited]);
}

function readUrls(message: unknown, dataDir: string): StackUrls {
  if (typeof message !== 'object' || message === null) {
    throw createUnavailableError(dataDir, 'it sent an unknown message');
  }
  if ('mongodbUrl' in message && typeof message.mongodbUrl === 'string') {
    const queueUrl = 'queueUrl' in message && typeof message.queueUrl === 'string' ? message.queueUrl : null;
    return { mongodbUrl: message.mongodbUrl, queueUrl };
  }
  const text = 'message' in message && typeof message.message === 'string' ? message.message : 'no reason given';
  const code = 'code' in message ? errorCodeNames.find((name) => name === message.code) : undefined;
  throw code === undefined
    ? createUnavailableError(dataDir, text)
    : new AppError({ code, message: text, details: { dataFolder: dataDir } });
}

/** The error codes that `startLocalStack` can fail with. */
const errorCodeNames = ['DATA_FOLDER_IN_USE', 'DATA_FOLDER_TOO_NEW', 'PORT_IN_USE'] as const;

function createUnavailableError(dataDir: string, reason: string): AppError {
  return new AppError({
    code: 'DATABASE_UNAVAILABLE',
    message: `The local stack on ${dataDir} did not start: ${reason}. To see more, start it alone: npm run local-stack.`,
    details: { dataFolder: dataDir },
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
