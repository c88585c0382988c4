import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { AuthenticationError, type Credential, SCRAM_SHA_256, startScramConversation } from './scram.ts';

/** The codes of first messages that are no log-in. Source: PostgreSQL's manual, "Message Formats". */
const SSL_REQUEST = 80_877_103;
const GSS_ENCRYPTION_REQUEST = 80_877_104;
const PROTOCOL_3 = 3 << 16;
/** Larger than anything that a client says before it has logged in. Source: PostgreSQL's MAX_STARTUP_PACKET_LENGTH. */
const MAX_MESSAGE_BYTES = 10_000;
/** PostgreSQL's `authentication_timeout`. */
const LOG_IN_WITHIN_MS = 60_000;

const SASL = 10;
const SASL_CONTINUE = 11;
const SASL_FINAL = 12;

/** A client that said something that is no log-in: nothing is owed to it. */
class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

export type QueueGate = { readonly port: number; stop(): Promise<void> };

/**
 * Lets PostgreSQL clients that know the password through to the server that listens at `innerPath`, which asks for none.
 * Source: PostgreSQL's manual, "Message Flow" and "SASL Authentication".
 */
export async function startQueueGate(options: {
  readonly host: string;
  readonly port: number;
  readonly innerPath: string;
  readonly credential: Credential;
}): Promise<QueueGate> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    admit(socket, options.credential).then(
      (startup) => connectThrough(socket, options.innerPath, startup),
      () => socket.end(),
    );
  });
  await listen(server, options);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function listen(server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

/** Reads the log-in of a client. Its first message, once it has proven that it knows the password; throws otherwise. */
async function admit(socket: Socket, credential: Credential): Promise<Buffer> {
  socket.setTimeout(LOG_IN_WITHIN_MS, () => socket.destroy());
  const read = createReader(socket);
  const startup = await readStartup(socket, read);
  const conversation = startScramConversation(credential, { namesUser: false });
  try {
    socket.write(buildAuthentication(SASL, `${SCRAM_SHA_256}\0\0`));
    socket.write(buildAuthentication(SASL_CONTINUE, conversation.start(parseInitialResponse(await readAnswer(read)))));
    socket.write(buildAuthentication(SASL_FINAL, conversation.finish((await readAnswer(read)).toString())));
  } catch (error) {
    if (error instanceof AuthenticationError) socket.write(buildRefusal());
    throw error;
  }
  socket.setTimeout(0);
  return startup;
}

function connectThrough(socket: Socket, innerPath: string, startup: Buffer): void {
  const inner = connect(innerPath);
  inner.on('error', () => socket.destroy());
  inner.on('close', () => socket.destroy());
  socket.on('close', () => inner.destroy());
  inner.write(startup);
  socket.pipe(inner);
  inner.pipe(socket);
}

type Read = (bytes: number) => Promise<Buffer>;

function createReader(socket: Socket): Read {
  const closed = new AbortController();
  socket.once('close', () => closed.abort());
  socket.once('end', () => closed.abort());
  return async (bytes) => {
    for (;;) {
      const chunk: unknown = socket.read(bytes);
      if (chunk instanceof Buffer && chunk.length === bytes) return chunk;
      await once(socket, 'readable', { signal: closed.signal });
    }
  };
}

/** The message that names user and database. Requests to encrypt are answered with no. */
async function readStartup(socket: Socket, read: Read): Promise<Buffer> {
  for (;;) {
    const size = await read(4);
    const rest = await read(checkSize(size.readInt32BE(0), 8) - 4);
    const code = rest.readInt32BE(0);
    if (code === PROTOCOL_3) return Buffer.concat([size, rest]);
    if (code !== SSL_REQUEST && code !== GSS_ENCRYPTION_REQUEST) throw new ProtocolError('no log-in');
    socket.write('N');
  }
}

/** The content of a message of type `p`, with which a client answers while it logs in. */
async function readAnswer(read: Read): Promise<Buffer> {
  const head = await read(5);
  if (head.toString('latin1', 0, 1) !== 'p') throw new ProtocolError('not an answer');
  return await read(checkSize(head.readInt32BE(1), 5) - 4);
}

function checkSize(bytes: number, least: number): number {
  if (bytes < least || bytes > MAX_MESSAGE_BYTES) throw new ProtocolError('impossible size');
  return bytes;
}

/** The client's first message of SCRAM, after the name of the mechanism and its own size. */
function parseInitialResponse(content: Buffer): string {
  const end = content.indexOf(0);
  if (content.toString('latin1', 0, end) !== SCRAM_SHA_256) throw new ProtocolError('another mechanism');
  return content.toString('utf8', end + 5);
}

function buildAuthentication(kind: number, text: string): Buffer {
  const content = Buffer.alloc(4);
  content.writeInt32BE(kind);
  return buildMessage('R', Buffer.concat([content, Buffer.from(text)]));
}

/** PostgreSQL's answer to a wrong password: `invalid_password`. */
function buildRefusal(): Buffer {
  const fields = ['SFATAL', 'VFATAL', 'C28P01', 'Mpassword authentication failed for user "postgres"'];
  return buildMessage('E', Buffer.from(`${fields.join('\0')}\0\0`));
}

function buildMessage(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}
