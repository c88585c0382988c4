import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ensurePortsFree } from './ensure-ports-free.ts';
import { findFreePort } from './testing/find-free-port.ts';

async function takePort(host: string): Promise<number> {
  const port = await findFreePort();
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return port;
}

test('a port in use is an error that names its variable', async () => {
  const port = await takePort('127.0.0.1');

  await expect(ensurePortsFree({ API_PORT: port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: `Port ${port} (API_PORT) is in use by another program. Set API_PORT to a free port.`,
  });
});

test('a port in use on all interfaces is detected too', async () => {
  await expect(ensurePortsFree({ WEB_PORT: await takePort('0.0.0.0') })).rejects.toMatchObject({ code: 'PORT_IN_USE' });
});

test('the same port for two servers is refused', async () => {
  const port = await findFreePort();

  await expect(ensurePortsFree({ WEB_PORT: port })).resolves.toBeUndefined();
  await expect(ensurePortsFree({ WEB_PORT: port, API_PORT: port })).rejects.toThrow(
    '(API_PORT) is already used for WEB_PORT',
  );
});
