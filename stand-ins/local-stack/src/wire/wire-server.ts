import { createServer, type Server, type Socket } from 'node:net';
import type { Document } from '../values/bson-type.ts';
import { CommandError } from './command-error.ts';
import type { EncodedReply } from './cursor-reply.ts';
import { createFrameReader } from './frame-reader.ts';
import { readMessage, type WireRequest, writeReply } from './message.ts';

/** A client's connection: its number, the address by which it reached the server, and who logged in on it. */
export type Connection = { readonly id: number; readonly address: string; user: string | null };

export type CommandHandler = (command: Document, connection: Connection) => Promise<Document | EncodedReply>;

export type WireServer = { readonly port: number; stop(): Promise<void> };

/** Serves wire messages over TCP; each connection's messages are answered one after the other. */
export async function startWireServer(options: {
  readonly host: string;
  readonly port: number;
  readonly handle: CommandHandler;
}): Promise<WireServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    connections += 1;
    const address = `${socket.localAddress ?? options.host}:${socket.localPort ?? options.port}`;
    serveConnection(socket, { id: connections, address, user: null }, options.handle);
  });
  await listen(server, options.host, options.port);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Reads on only when all that came has been answered, so a client that sends without end fills no memory. */
function serveConnection(socket: Socket, connection: Connection, handle: CommandHandler): void {
  const readFrames = createFrameReader();
  const answerAll = async (chunk: Buffer): Promise<void> => {
    for (const frame of readFrames(chunk)) {
      if (socket.destroyed) return;
      await answer(socket, frame, connection, handle);
    }
  };
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    socket.pause();
    answerAll(chunk).then(
      () => socket.resume(),
      () => socket.destroy(),
    );
  });
}

async function answer(socket: Socket, frame: Buffer, connection: Connection, handle: CommandHandler): Promise<void> {
  const envelope: Pick<WireRequest, 'requestId' | 'kind'> = { requestId: frame.readInt32LE(4), kind: 'message' };
  try {
    const request = readMessage(frame);
    const reply = await handle(request.command, connection);
    if (!request.silent) await send(socket, writeReply(request, reply, 0));
  } catch (error) {
    if (!(error instanceof CommandError)) return void socket.destroy();
    const reply = { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName };
    await send(socket, writeReply(envelope, reply, 0));
  }
}

/** Waits for a client that reads slowly, until it has taken the reply or is gone. */
async function send(socket: Socket, reply: Buffer): Promise<void> {
  if (socket.destroyed || socket.write(reply)) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      socket.off('drain', finish);
      socket.off('close', finish);
      resolve();
    };
    socket.on('drain', finish);
    socket.on('close', finish);
  });
}
