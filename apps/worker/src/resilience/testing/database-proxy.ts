import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { toDirectUrl } from '@coliseum/db/testing/to-direct-url';
import { createFrameReader } from '@coliseum/local-stack/wire/frame-reader';
import { OP_MSG, readMessage } from '@coliseum/local-stack/wire/message';
import type { TripWire } from './trip-wire.ts';

export type DatabaseProxy = { readonly mongodbUrl: string; readonly stop: () => Promise<void> };

/** Commands that are not steps of the program: the driver's own, and the schema check at the start. */
const HOUSEKEEPING: ReadonlySet<string> = new Set([
  'hello',
  'isMaster',
  'ismaster',
  'ping',
  'endSessions',
  'saslStart',
  'saslContinue',
  'buildInfo',
  'listCollections',
  'listIndexes',
]);

/**
 * Starts a proxy between a process and its MongoDB server. Every command is a step of `wire`, which may kill the
 * process before the command is forwarded, or after the server has answered but before the answer is returned.
 */
export async function startDatabaseProxy(mongodbUrl: string, wire: TripWire): Promise<DatabaseProxy> {
  const { port, hostname } = new URL(mongodbUrl);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: Number(port), host: hostname, noDelay: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
        sockets.delete(socket);
      });
    }
    relay(client, upstream, wire);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const proxyPort = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    mongodbUrl: toDirectUrl(mongodbUrl, proxyPort),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function relay(client: Socket, upstream: Socket, wire: TripWire): void {
  /** Id of the request after whose answer the process is killed. */
  let lastRequest: number | null = null;
  const readRequests = createFrameReader();
  const readReplies = createFrameReader();
  client.on('data', (chunk) => {
    for (const frame of readRequests(chunk)) {
      if (wire.isSprung()) return;
      const verdict = decideVerdict(wire, frame);
      if (verdict === 'before') return wire.spring();
      if (verdict === 'after') lastRequest = frame.readInt32LE(4);
      upstream.write(frame);
    }
  });
  upstream.on('data', (chunk) => {
    for (const frame of readReplies(chunk)) {
      if (frame.readInt32LE(8) === lastRequest) wire.spring();
      if (wire.isSprung()) return;
      client.write(frame);
    }
  });
}

function decideVerdict(wire: TripWire, frame: Buffer): ReturnType<TripWire['step']> {
  if (frame.readInt32LE(12) !== OP_MSG) return 'pass';
  const { command } = readMessage(frame);
  const [name = ''] = Object.keys(command);
  if (HOUSEKEEPING.has(name)) return 'pass';
  const collection = command[name];
  return wire.step(typeof collection === 'string' ? `${name} ${collection}` : name);
}
