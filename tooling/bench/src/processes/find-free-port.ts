import { once } from 'node:events';
import { createServer } from 'node:net';
import { invariant } from '@coliseum/domain/assert';

/** A port nothing listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  invariant(typeof address === 'object' && address !== null, 'a listening server has an address');
  probe.close();
  await once(probe, 'close');
  return address.port;
}
