import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { makePrivateFolder, tightenTree } from '../data-folder/keep-private.ts';

export type RunningQueue = { readonly url: string; stop(): Promise<void> };

/** More connections than all workers and queues of one machine open. */
const MAX_CONNECTIONS = 100;

/** Serves a PostgreSQL database from `folder`, for BullMQ's PostgreSQL backend. Port 0 takes a free one. */
export async function startQueue(options: {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
}): Promise<RunningQueue> {
  const { folder, host, port } = options;
  await makePrivateFolder(folder);
  const database = await PGlite.create(folder);
  // PGlite unpacks a new database with the rights that it was packed with.
  await tightenTree(folder);
  const server = new PGLiteSocketServer({ db: database, host, port, maxConnections: MAX_CONNECTIONS });
  try {
    await server.start();
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    // No password: PGlite asks for none, and the server listens on the loopback interface only.
    url: `postgres://postgres@${server.getServerConn()}/postgres?sslmode=disable`,
    stop: async () => {
      await server.stop();
      await database.close();
    },
  };
}
