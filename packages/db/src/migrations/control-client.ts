import type { ControlClient } from '@prisma/orm-mongo/control';
import type { ConnectionUrl } from '../connection-url.ts';

/**
 * Runs `work` with Prisma's control client connected to the database, on a connection of its own.
 * The control plane is loaded only here: it takes a second, which a process that only reads and writes does not spend.
 */
export async function withControlClient<T>(
  connection: ConnectionUrl,
  work: (client: ControlClient) => Promise<T>,
): Promise<T> {
  const { createMongoControlClient } = await import('@prisma/orm-mongo/control');
  const client = createMongoControlClient();
  await client.connect(connection.url);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
