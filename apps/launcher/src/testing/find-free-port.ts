import { once } from 'node:events';
import { createServer } from 'node:net';
import { invariant } from '@coliseum/domain/assert';

/** A port that nothing listens on right now. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  invariant(address !== null && typeof address === 'object', 'a listening server has an address');
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}
