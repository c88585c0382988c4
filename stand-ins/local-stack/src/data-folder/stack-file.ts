import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { isMissing } from './format.ts';
import { PRIVATE_FILE } from './keep-private.ts';

/** The contents of `stack.json` in the data folder: how to reach the running stack. */
export type StackFile = {
  readonly pid: number;
  readonly mongodbUrl: string;
  readonly queueUrl: string | null;
  readonly startedAt: string;
};

const CONNECT_TIMEOUT_MS = 2000;

function toStackFilePath(dataDir: string): string {
  return join(dataDir, 'stack.json');
}

export async function writeStackFile(dataDir: string, stack: StackFile): Promise<void> {
  const path = toStackFilePath(dataDir);
  const temporary = `${path}.${stack.pid}`;
  await writeFile(temporary, `${JSON.stringify(stack)}\n`, { mode: PRIVATE_FILE });
  await rename(temporary, path);
}

export async function removeStackFile(dataDir: string): Promise<void> {
  await rm(toStackFilePath(dataDir), { force: true });
}

/** The stack running on the data folder. Undefined when there is none, or when the file was left by one that was killed. */
export async function findRunningStack(dataDir: string): Promise<StackFile | undefined> {
  const stack = await readStackFile(dataDir);
  if (stack === undefined || !isAlive(stack.pid)) return undefined;
  // The process id may have been reused since: only an endpoint that answers counts.
  return (await canConnect(stack.mongodbUrl)) ? stack : undefined;
}

async function readStackFile(dataDir: string): Promise<StackFile | undefined> {
  try {
    const stack: unknown = JSON.parse(await readFile(toStackFilePath(dataDir), 'utf8'));
    return isStackFile(stack) ? stack : undefined;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isStackFile(value: unknown): value is StackFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'mongodbUrl' in value &&
    typeof value.mongodbUrl === 'string' &&
    'queueUrl' in value &&
    (value.queueUrl === null || typeof value.queueUrl === 'string') &&
    'startedAt' in value &&
    typeof value.startedAt === 'string'
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function canConnect(mongodbUrl: string): Promise<boolean> {
  const { hostname, port } = new URL(mongodbUrl);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port), timeout: CONNECT_TIMEOUT_MS });
    const finish = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}
