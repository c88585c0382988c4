import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { startQueueGate } from '../authentication/queue-gate.ts';
import { createCredential } from '../authentication/scram.ts';
import { makePrivateFolder, tightenTree } from '../data-folder/keep-private.ts';

export type RunningQueue = { readonly url: string; stop(): Promise<void> };

type Stoppable = { stop(): Promise<void> };

/** More connections than all workers and queues of one machine open. */
const MAX_CONNECTIONS = 100;
const USER = 'postgres';

/**
 * Serves a PostgreSQL database from `folder`, for BullMQ's PostgreSQL backend, to whoever knows the password, which is
 * part of a URL and needs characters that need no encoding there. Port 0 takes a free port.
 */
export async function startQueue(options: {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly password: string;
}): Promise<RunningQueue> {
  const { folder, host, port, password } = options;
  await makePrivateFolder(folder);
  const started: Stoppable[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.splice(0).toReversed()) await part.stop();
  };
  try {
    const database = await PGlite.create(folder);
    started.push({ stop: () => database.close() });
    // PGlite unpacks a new database, and writes a cache of an old one, with the rights that it has for them.
    await tightenTree(folder);
    const inner = await createInnerAddress();
    started.push({ stop: inner.remove });
    // PGlite asks for no password, so it listens where only its owner can come, and the gate in front of it asks.
    const server = new PGLiteSocketServer({ db: database, path: inner.path, maxConnections: MAX_CONNECTIONS });
    await server.start();
    started.push(server);
    const credential = createCredential(USER, password);
    const gate = await startQueueGate({ host, port, innerPath: inner.path, credential });
    started.push(gate);
    return { url: `postgres://${USER}:${password}@${host}:${gate.port}/postgres?sslmode=disable`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A socket in a folder of its own, which `mkdtemp` makes for the owner only. Not in the data folder: the path of a socket
 * has at most a hundred bytes. Windows has pipes in its place, which others cannot guess.
 */
async function createInnerAddress(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  if (process.platform === 'win32') {
    return { path: String.raw`\\.\pipe\coliseum-queue-${randomUUID()}`, remove: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-queue-'));
  return { path: join(folder, 'socket'), remove: () => rm(folder, { recursive: true, force: true }) };
}
