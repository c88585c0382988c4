import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createFrameReader } from '@coliseum/local-stack/wire/frame-reader';
import { OP_MSG, readMessage } from '@coliseum/local-stack/wire/message';
import { toDirectUrl } from './to-direct-url.ts';

/** The messages to lose: `times` commands of a name, either before the server gets them or with its reply. */
export type MessageLoss = { readonly command: string; readonly lost: 'request' | 'answer'; readonly times: number };

export type LossyProxy = {
  readonly url: string;
  /** Closes the connection instead of passing on the next messages of a kind. */
  readonly dropMessages: (loss: MessageLoss) => void;
  /** `closed`: nobody listens. `silent`: connections are accepted and never answered. */
  readonly startOutage: (how: 'closed' | 'silent') => void;
  readonly endOutage: () => void;
  /** The number of times each command has been passed on. */
  readonly countForwarded: (command: string) => number;
  readonly stop: () => Promise<void>;
};

type Traffic = {
  loss: MessageLoss | null;
  outage: 'closed' | 'silent' | null;
  readonly forwarded: Map<string, number>;
};

/** A proxy between a driver and its server that loses connections when told to. */
export async function startLossyProxy(serverUrl: string): Promise<LossyProxy> {
  const { hostname, port } = new URL(serverUrl);
  const traffic: Traffic = { loss: null, outage: null, forwarded: new Map() };
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    if (traffic.outage === 'closed') {
      client.destroy();
      return;
    }
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
    relay(traffic, client, upstream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const proxyPort = typeof address === 'object' && address !== null ? address.port : 0;
  const closeAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: toDirectUrl(serverUrl, proxyPort),
    dropMessages: (loss) => (traffic.loss = loss),
    startOutage: (how) => {
      traffic.outage = how;
      if (how === 'closed') closeAll();
    },
    endOutage: () => {
      if (traffic.outage === 'silent') closeAll();
      traffic.outage = null;
    },
    countForwarded: (command) => traffic.forwarded.get(command) ?? 0,
    stop: async () => {
      closeAll();
      server.close();
      await once(server, 'close');
    },
  };
}

function relay(traffic: Traffic, client: Socket, upstream: Socket): void {
  const readRequests = createFrameReader();
  let isAnswerLost = false;
  client.on('data', (chunk) => {
    for (const frame of readRequests(chunk)) {
      if (traffic.outage !== null) return;
      const name = readCommandName(frame);
      const lost = takeLoss(traffic, name);
      if (lost === 'request') return void client.destroy();
      isAnswerLost = lost === 'answer';
      traffic.forwarded.set(name, (traffic.forwarded.get(name) ?? 0) + 1);
      upstream.write(frame);
    }
  });
  upstream.on('data', (chunk) => {
    if (traffic.outage !== null) return;
    if (isAnswerLost) client.destroy();
    else client.write(chunk);
  });
}

function readCommandName(frame: Buffer): string {
  return frame.readInt32LE(12) === OP_MSG ? (Object.keys(readMessage(frame).command)[0] ?? '') : '';
}

function takeLoss(traffic: Traffic, name: string): MessageLoss['lost'] | null {
  const { loss } = traffic;
  if (loss === null || loss.command !== name) return null;
  traffic.loss = loss.times > 1 ? { ...loss, times: loss.times - 1 } : null;
  return loss.lost;
}
