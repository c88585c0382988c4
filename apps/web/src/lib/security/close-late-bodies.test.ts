import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { closeLateBodies } from './close-late-bodies.ts';

const HALF_A_BODY = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n{"a"';
const HALF_A_CHUNK = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab';

/** Sends the bytes to a server that answers as soon as a body is there, and returns what came until the end. */
async function exchange(text: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.end('read'));
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return await new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(address.port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (received += String(chunk)));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

test.each([
  ['half a body', HALF_A_BODY],
  ['half a chunk', HALF_A_CHUNK],
])('%s is closed when its time is over', async (_what, text) => {
  onTestFinished(closeLateBodies(50));
  expect(await exchange(text)).toBe('');
});

test.each([
  ['a request without a body', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['a whole body', `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`],
])('%s is answered', async (_what, text) => {
  onTestFinished(closeLateBodies(50));
  expect(await exchange(text)).toMatch(/^HTTP\/1\.1 200 [\s\S]*read/);
});
