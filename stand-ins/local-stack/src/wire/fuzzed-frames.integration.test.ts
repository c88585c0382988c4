import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { serialize } from 'bson';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../testing/open-test-endpoint.ts';
import { endChild, startMain } from '../testing/start-main.ts';
import { getPropertyRunOptions } from '../testing/test-scale.ts';
import { OP_MSG, OP_QUERY } from './message.ts';

const LIMIT_MS = 1000;

// A process of its own: one that runs in circles could not be noticed from inside.
let child: ChildProcess;
let port: number;
let dataDir: string;
beforeAll(async () => {
  dataDir = await makeTemporaryFolder();
  const main = startMain(['--data-dir', dataDir, '--database-only']);
  child = main.child;
  port = Number(new URL((await main.ready).mongodbUrl).port);
});
afterAll(async () => {
  await endChild(child, 'SIGKILL');
  await rm(dataDir, { recursive: true });
});

/** Sends bytes and ends the sending side. Everything that was answered until the server closed, or null if it did not. */
async function exchange(bytes: Uint8Array): Promise<Buffer | null> {
  const socket = connect(port, '127.0.0.1');
  const answers: Buffer[] = [];
  socket.on('data', (chunk) => answers.push(chunk));
  // A refused message is closed with what was not read of it: a reset.
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => true);
  socket.end(bytes);
  const inTime = await Promise.race([closed, setTimeout(LIMIT_MS, false)]);
  socket.destroy();
  return inTime ? Buffer.concat(answers) : null;
}

/** A busy machine may miss the limit once, an endless loop misses it again. */
async function isOver(bytes: Uint8Array): Promise<boolean> {
  return (await exchange(bytes)) !== null || (await exchange(bytes)) !== null;
}

function frame(opCode: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(16), ...content]);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

const noFlags = Buffer.alloc(4);
const body = (command: object): Buffer => Buffer.concat([Buffer.of(0), serialize({ ...command, $db: 'test' })]);
const sequence = Buffer.concat([Buffer.of(1, 24, 0, 0, 0), Buffer.from('documents\0'), serialize({}), serialize({})]);
const ping = frame(OP_MSG, noFlags, body({ ping: 1 }));
const validFrames = [
  ping,
  frame(OP_MSG, noFlags, body({ insert: 'c' }), sequence),
  frame(OP_MSG, noFlags, sequence, body({ insert: 'c' })),
  frame(OP_MSG, noFlags, body({ find: 'c', filter: { a: { $in: [1, 'b'] } }, batchSize: 1 })),
  frame(OP_QUERY, noFlags, Buffer.from('admin.$cmd\0'), Buffer.alloc(8), serialize({ isMaster: 1 })),
];

/** Numbers that sizes are most likely to be wrong by, and bytes. */
const change = fc.record({
  at: fc.nat(),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.constantFrom(-1, 0, 1, 4, 5, -5, 0x7fffffff, -0x80000000).map((size) => {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32LE(size);
      return bytes;
    }),
  ),
});

const changedFrame = fc
  .record({
    valid: fc.constantFrom(...validFrames),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    cutAt: fc.option(fc.nat()),
    keepsLength: fc.boolean(),
  })
  .map(({ valid, changes, cutAt, keepsLength }) => {
    const bytes = Buffer.from(valid.subarray(0, cutAt === null ? valid.length : 16 + (cutAt % (valid.length - 16))));
    for (const { at, bytes: wrong } of changes) {
      const start = at % bytes.length;
      bytes.set(wrong.slice(0, bytes.length - start), start);
    }
    if (keepsLength) bytes.writeInt32LE(bytes.length, 0);
    return bytes;
  });

/** Bytes in a frame whose length is right, so that they are read as a message. */
const framedBytes = fc
  .tuple(fc.constantFrom(OP_MSG, OP_QUERY, 1, -1), fc.uint8Array({ maxLength: 60 }))
  .map(([opCode, bytes]) => frame(opCode, bytes));

test('a whole frame is answered before the connection closes', async () => {
  for (const valid of validFrames) expect((await exchange(valid))?.length).toBeGreaterThan(16);
});

test.each([
  ['a sequence of size -1', frame(OP_MSG, noFlags, Buffer.from('01ffffffff', 'hex'))],
  ['a body of size -1', frame(OP_MSG, noFlags, Buffer.from('00ffffffff', 'hex'))],
  ['no content', frame(OP_MSG)],
])('%s is answered', async (_name, bytes) => {
  expect((await exchange(bytes))?.toString('latin1')).toMatch(/InvalidBSON|ProtocolError/);
});

test.each([
  ['raw bytes', fc.uint8Array({ maxLength: 300 })],
  ['framed bytes', framedBytes],
  ['changed frames', changedFrame],
])('%s are answered or closed within a second, and the next client is served', async (_name, arbitrary) => {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (bytes) => {
      expect(await isOver(bytes)).toBe(true);
    }),
    getPropertyRunOptions(300),
  );
  expect((await exchange(ping))?.length).toBeGreaterThan(16);
});

test('a client that sends and never reads is not read from any more', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause();
  await once(socket, 'connect');
  const many = Buffer.concat(Array.from({ length: 10_000 }, () => ping));
  // Some megabytes fit into the buffers of the system, then the server has to stop taking more.
  let sent = 0;
  while (sent < 200 && (await write(many))) sent += 1;
  expect(sent).toBeLessThan(200);
  socket.destroy();
  expect((await exchange(ping))?.length).toBeGreaterThan(16);

  async function write(bytes: Buffer): Promise<boolean> {
    const taken = new Promise<boolean>((resolve) => socket.write(bytes, () => resolve(true)));
    return Promise.race([taken, setTimeout(3 * LIMIT_MS, false)]);
  }
});
