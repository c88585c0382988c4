import { deserialize, Int32, serialize } from 'bson';
import { expect, test } from 'vitest';
import { encodeCursorReply } from './cursor-reply.ts';
import { OP_MSG, OP_QUERY, OP_REPLY, readMessage, writeReply } from './message.ts';

type Section = { readonly kind: number; readonly bytes: Uint8Array };

function buildOpMessage(sections: readonly Section[], flags = 0, checksum = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat(sections.flatMap(({ kind, bytes }) => [Buffer.of(kind), bytes]));
  const header = Buffer.alloc(20);
  header.writeInt32LE(20 + body.length + checksum.length, 0);
  header.writeInt32LE(7, 4);
  header.writeInt32LE(OP_MSG, 12);
  header.writeUInt32LE(flags, 16);
  return Buffer.concat([header, body, checksum]);
}

function buildSequence(name: string, documents: readonly object[]): Section {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((document) => serialize(document))]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(4 + content.length);
  return { kind: 1, bytes: Buffer.concat([size, content]) };
}

/** One sequence whose content after its size is given. */
function buildSequenceOf(contentHex: string): Buffer {
  const content = Buffer.from(contentHex, 'hex');
  const size = Buffer.alloc(4);
  size.writeInt32LE(4 + content.length);
  return buildOpMessage([{ kind: 1, bytes: Buffer.concat([size, content]) }]);
}

function cut(message: Buffer, length: number): Buffer {
  const bytes = Buffer.from(message.subarray(0, length));
  bytes.writeInt32LE(length);
  return bytes;
}

const ping: Section = { kind: 0, bytes: serialize({ ping: 1, $db: 'test' }) };

test('a message with a document sequence becomes one command', () => {
  const body: Section = { kind: 0, bytes: serialize({ insert: 'c', $db: 'test' }) };
  const request = readMessage(buildOpMessage([buildSequence('documents', [{ a: 1 }, { a: 2 }]), body]));
  expect(request).toEqual({
    requestId: 7,
    kind: 'message',
    command: { insert: 'c', $db: 'test', documents: [{ a: new Int32(1) }, { a: new Int32(2) }] },
    silent: false,
  });
});

test('a sequence may have any name', () => {
  const { command } = readMessage(buildOpMessage([ping, buildSequence('__proto__', [])]));
  expect(Object.keys(command)).toEqual(['ping', '$db', '__proto__']);
});

test('a checksum is ignored, and moreToCome means that no reply is wanted', () => {
  const request = readMessage(buildOpMessage([ping], 0b11, Buffer.from([1, 2, 3, 4])));
  expect(request).toMatchObject({ command: { ping: new Int32(1) }, silent: true });
});

test.each([
  ['an unknown required flag', buildOpMessage([ping], 0b100), 'ProtocolError'],
  ['no body', buildOpMessage([buildSequence('documents', [])]), 'ProtocolError'],
  ['an unknown section', buildOpMessage([{ kind: 2, bytes: ping.bytes }]), 'ProtocolError'],
  ['two bodies', buildOpMessage([ping, ping]), 'ProtocolError'],
  [
    'a sequence that is there twice',
    buildOpMessage([ping, buildSequence('a', []), buildSequence('a', [])]),
    'ProtocolError',
  ],
  ['a sequence of the name of a field', buildOpMessage([ping, buildSequence('ping', [])]), 'ProtocolError'],
  ['a sequence of size -1', buildOpMessage([{ kind: 1, bytes: Buffer.from('ffffffff', 'hex') }]), 'InvalidBSON'],
  ['a sequence of size 0', buildOpMessage([{ kind: 1, bytes: Buffer.alloc(8) }]), 'InvalidBSON'],
  ['a body of size -1', buildOpMessage([{ kind: 0, bytes: Buffer.from('ffffffff', 'hex') }]), 'InvalidBSON'],
  [
    'a section that ends after the message',
    buildOpMessage([{ kind: 1, bytes: Buffer.from('ff000000', 'hex') }]),
    'InvalidBSON',
  ],
  ['a document of size -5 in a sequence', buildSequenceOf('6100fbffffff'), 'InvalidBSON'],
  ['half a size', buildOpMessage([{ kind: 0, bytes: Buffer.alloc(2) }]), 'InvalidBSON'],
  ['a sequence without the end of its name', buildSequenceOf('616161'), 'ProtocolError'],
  ['a message that ends before its flags', cut(buildOpMessage([ping]), 18), 'ProtocolError'],
  ['a query that ends before its command', cut(buildOpQuery({ isMaster: 1 }), 42), 'InvalidBSON'],
  ['a query without a name', cut(buildOpQuery({ isMaster: 1 }), 22), 'ProtocolError'],
  ['broken BSON', buildOpMessage([{ kind: 0, bytes: Buffer.from('0c000000106100', 'hex') }]), 'InvalidBSON'],
])('%s is refused', (_name, bytes, codeName) => {
  expect(() => readMessage(bytes)).toThrow(expect.objectContaining({ codeName }));
});

test('an unknown optional flag is ignored', () => {
  expect(readMessage(buildOpMessage([ping], 0x10000))).toMatchObject({ silent: false });
});

function buildOpQuery(command: object): Buffer {
  const name = Buffer.from('admin.$cmd\0');
  const document = serialize(command);
  const header = Buffer.alloc(20);
  header.writeInt32LE(20 + name.length + 8 + document.length, 0);
  header.writeInt32LE(OP_QUERY, 12);
  return Buffer.concat([header, name, Buffer.alloc(8), document]);
}

test('OP_QUERY is accepted for the handshake only', () => {
  expect(readMessage(buildOpQuery({ isMaster: 1 }))).toMatchObject({ kind: 'legacy-query', command: { $db: 'admin' } });
  expect(() => readMessage(buildOpQuery({ find: 'c' }))).toThrow(expect.objectContaining({ code: 59 }));
});

test('a reply has the format of its request', () => {
  const reply = writeReply({ requestId: 7, kind: 'message' }, { ok: 1 }, 3);
  expect([reply.readInt32LE(0), reply.readInt32LE(8), reply.readInt32LE(12)]).toEqual([reply.length, 7, OP_MSG]);
  expect(deserialize(reply.subarray(21))).toEqual({ ok: 1 });
  const legacy = writeReply({ requestId: 8, kind: 'legacy-query' }, { ok: 1 }, 3);
  expect(legacy.readInt32LE(12)).toBe(OP_REPLY);
  expect(deserialize(legacy.subarray(36))).toEqual({ ok: 1 });
});

test('a batch built from stored bytes equals the same batch serialised from its documents', () => {
  const documents = Array.from({ length: 12 }, (_, n) => ({ n, text: 'ü' }));
  const { bytes } = encodeCursorReply({
    id: 5n,
    namespace: 'test.c',
    field: 'nextBatch',
    documents: documents.map((document) => serialize(document)),
  });
  expect(deserialize(bytes)).toEqual({ cursor: { nextBatch: documents, id: 5, ns: 'test.c' }, ok: 1 });
});
