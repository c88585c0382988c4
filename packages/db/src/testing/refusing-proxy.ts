import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createFrameReader } from '@coliseum/local-stack/wire/frame-reader';
import { OP_MSG, readMessage, writeReply } from '@coliseum/local-stack/wire/message';
import type { Document } from 'mongodb';
import { toDirectUrl } from './to-direct-url.ts';

export type RefusingProxy = { readonly url: string; readonly stop: () => Promise<void> };

/** A proxy that plays a server which can do less: it answers the commands for which `refuse` has a reply itself. */
export async function startRefusingProxy(
  serverUrl: string,
  refuse: (command: Document) => Document | null,
): Promise<RefusingProxy> {
  const { hostname, port } = new URL(serverUrl);
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: Number(port), host: hostname, noDelay: true });
    for (const socket of [client, upstream]) {
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    const readRequests = createFrameReader();
    client.on('data', (chunk) => {
      for (const frame of readRequests(chunk)) {
        const request = frame.readInt32LE(12) === OP_MSG ? readMessage(frame) : null;
        const reply = request === null ? null : refuse(request.command);
        if (request === null || reply === null) upstream.write(frame);
        else client.write(writeReply(request, reply, 0));
      }
    });
    upstream.pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: toDirectUrl(serverUrl, typeof address === 'object' && address !== null ? address.port : 0),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
