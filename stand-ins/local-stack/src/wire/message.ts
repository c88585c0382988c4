import { deserialize, type DeserializeOptions, serialize } from 'bson';
import type { Document } from '../values/bson-type.ts';
import { CommandError } from './command-error.ts';
import { EncodedReply } from './cursor-reply.ts';

export const OP_REPLY = 1;
export const OP_QUERY = 2004;
export const OP_MSG = 2013;

const HEADER_BYTES = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** An empty document: its size and the byte that ends it. A sequence has a size and at least the end of its name. */
const SMALLEST_PART_BYTES = 5;
/** Bits 0 to 15 are required: a message with an unknown one has to be refused. */
const REQUIRED_BITS = 0xffff;

/** The message that a driver sends before it knows that the server speaks OP_MSG. */
const legacyCommands = new Set(['hello', 'isMaster', 'ismaster']);

/** Values keep their BSON type: an int stays an int through a read and a write. */
export const readOptions: DeserializeOptions = { promoteValues: false, promoteBuffers: false, bsonRegExp: true };

export type WireRequest = {
  readonly requestId: number;
  readonly kind: 'message' | 'legacy-query';
  readonly command: Document;
  /** The sender wants no reply. */
  readonly silent: boolean;
};

/** Reads one whole wire message. Source: manual, "MongoDB Wire Protocol". */
export function readMessage(bytes: Buffer): WireRequest {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  if (opCode === OP_MSG) return readOpMessage(bytes, requestId);
  if (opCode === OP_QUERY) return readOpQuery(bytes, requestId);
  throw new CommandError('ProtocolError', `Unknown operation code ${opCode}`);
}

export function readDocument(bytes: Uint8Array): Document {
  try {
    return deserialize(bytes, readOptions);
  } catch (error) {
    throw new CommandError('InvalidBSON', error instanceof Error ? error.message : 'Invalid BSON');
  }
}

function readOpMessage(bytes: Buffer, requestId: number): WireRequest {
  if (bytes.length < HEADER_BYTES + 4) throw new CommandError('ProtocolError', 'OP_MSG without flags');
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if ((flags & REQUIRED_BITS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) {
    throw new CommandError('ProtocolError', 'OP_MSG carries an unknown required flag');
  }
  const content = bytes.subarray(0, (flags & CHECKSUM_PRESENT) === 0 ? bytes.length : bytes.length - 4);
  let offset = HEADER_BYTES + 4;
  let body: Document | undefined;
  const sequences = new Map<string, Document[]>();
  while (offset < content.length) {
    const kind = content[offset];
    const section = takeSized(content, offset + 1);
    if (kind === 1) readSequence(section, sequences);
    else if (kind !== 0) throw new CommandError('ProtocolError', `Unknown OP_MSG section kind ${kind}`);
    else if (body !== undefined) throw new CommandError('ProtocolError', 'OP_MSG with two body sections');
    else body = readDocument(section);
    offset += 1 + section.length;
  }
  if (body === undefined) throw new CommandError('ProtocolError', 'OP_MSG without a body section');
  for (const [name, documents] of sequences) {
    if (Object.hasOwn(body, name)) throw new CommandError('ProtocolError', `OP_MSG with two fields '${name}'`);
    // Defined and not assigned: `__proto__` is a name like any other.
    Object.defineProperty(body, name, { value: documents, enumerable: true, writable: true, configurable: true });
  }
  return { requestId, kind: 'message', command: body, silent: (flags & MORE_TO_COME) !== 0 };
}

function readSequence(section: Buffer, sequences: Map<string, Document[]>): void {
  const nameEnd = findNameEnd(section, 4);
  const name = section.toString('utf8', 4, nameEnd);
  if (sequences.has(name)) throw new CommandError('ProtocolError', `OP_MSG with two sequences '${name}'`);
  const documents: Document[] = [];
  let offset = nameEnd + 1;
  while (offset < section.length) {
    const document = takeSized(section, offset);
    documents.push(readDocument(document));
    offset += document.length;
  }
  sequences.set(name, documents);
}

/**
 * The part of `bytes` at `offset` that begins with its own size, as documents and sections do. A size that is not
 * possible there is refused, so that whoever reads on after the part always comes nearer to the end.
 */
function takeSized(bytes: Buffer, offset: number): Buffer {
  const left = bytes.length - offset;
  const size = left < 4 ? 0 : bytes.readInt32LE(offset);
  if (size < SMALLEST_PART_BYTES || size > left) {
    throw new CommandError('InvalidBSON', `A part of ${size} bytes where ${Math.max(0, left)} are left`);
  }
  return bytes.subarray(offset, offset + size);
}

function findNameEnd(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(0, start);
  if (end === -1) throw new CommandError('ProtocolError', 'A name without an end');
  return end;
}

function readOpQuery(bytes: Buffer, requestId: number): WireRequest {
  const nameStart = HEADER_BYTES + 4;
  const nameEnd = findNameEnd(bytes, nameStart);
  // Between the name and the command: how many to skip, and how many to return.
  const command = readDocument(takeSized(bytes, nameEnd + 1 + 8));
  const [name = ''] = Object.keys(command);
  if (!legacyCommands.has(name)) {
    throw new CommandError(
      'CommandNotFound',
      `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`,
    );
  }
  const [database = 'admin'] = bytes.toString('utf8', nameStart, nameEnd).split('.');
  return { requestId, kind: 'legacy-query', command: { ...command, $db: database }, silent: false };
}

export function writeReply(
  request: Pick<WireRequest, 'requestId' | 'kind'>,
  reply: Document | EncodedReply,
  replyId: number,
): Buffer {
  const body = reply instanceof EncodedReply ? reply.bytes : serialize(reply, { ignoreUndefined: true });
  const prefix = request.kind === 'message' ? 5 : 20;
  const buffer = Buffer.alloc(HEADER_BYTES + prefix + body.length);
  buffer.writeInt32LE(buffer.length, 0);
  buffer.writeInt32LE(replyId, 4);
  buffer.writeInt32LE(request.requestId, 8);
  buffer.writeInt32LE(request.kind === 'message' ? OP_MSG : OP_REPLY, 12);
  // OP_REPLY: flags, cursor id (8 bytes), starting from, number returned.
  if (request.kind === 'legacy-query') buffer.writeInt32LE(1, HEADER_BYTES + 16);
  buffer.set(body, HEADER_BYTES + prefix);
  return buffer;
}
