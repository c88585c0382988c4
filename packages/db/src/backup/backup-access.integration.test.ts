import { BSON, type Document } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toAgentDocument } from '../documents/agent-document.ts';
import { anyAgent } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { sampleModel } from '../testing/sample-model.ts';

const { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } = BSON;

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.database.backup.dropAll();
});

/** One value of each type, and those whose type a JavaScript number would lose. */
const EXACT: Document = {
  _id: new ObjectId('0123456789abcdef01234567'),
  double: new Double(1),
  minusZero: new Double(-0),
  notANumber: new Double(Number.NaN),
  infinite: new Double(Number.NEGATIVE_INFINITY),
  int: new Int32(1),
  long: Long.fromString('9223372036854775807'),
  smallLong: Long.fromNumber(1),
  decimal: Decimal128.fromString('0.10'),
  text: 'München\u0000\u{1f3db}',
  nothing: null,
  list: [new Int32(1), new Double(1), [], {}],
  date: new Date('2026-11-27T00:00:00.001Z'),
  early: new Date(-1),
  bytes: new Binary(Buffer.from([0, 1, 2]), 5),
  pattern: new BSONRegExp('a|b', 'im'),
  stamp: new Timestamp({ t: 7, i: 3 }),
  least: new MinKey(),
  most: new MaxKey(),
  b: { z: new Int32(1), a: new Int32(2) },
};

async function readAll(collection: string): Promise<Buffer[]> {
  return await opened.database.backup.readSnapshot({ isIdle: false }, async (snapshot) => {
    const bodies: Buffer[] = [];
    for await (const body of snapshot.stream(collection)) bodies.push(Buffer.from(body));
    return bodies;
  });
}

test('every type comes back byte by byte, in the order of ids', async () => {
  const first = BSON.serialize(EXACT);
  const second = BSON.serialize({ ...EXACT, _id: new ObjectId('0123456789abcdef01234568') });
  await opened.database.backup.insertRaw('agents', [second, first]);
  const read = await readAll('agents');
  expect(read.map((body) => body.toString('hex'))).toEqual(
    [first, second].map((body) => Buffer.from(body).toString('hex')),
  );
});

test('what is written while a snapshot is read is not in it', async () => {
  const insert = async (id: number): Promise<void> => {
    await opened.database.backup.insertRaw('bets', [BSON.serialize({ _id: new Int32(id) })]);
  };
  await insert(1);
  const counts = await opened.database.backup.readSnapshot({ isIdle: false }, async (snapshot) => {
    const before = await snapshot.count('bets');
    await insert(2);
    const seen: Uint8Array[] = [];
    for await (const body of snapshot.stream('bets')) seen.push(body);
    return [before, await snapshot.count('bets'), seen.length];
  });
  expect(counts).toEqual([1, 1, 1]);
  expect(await readAll('bets')).toHaveLength(2);
});

test('a database is occupied by a document of any collection, and not by empty ones', async () => {
  const { backup } = opened.database;
  await opened.driver.createCollection('of_nobody');
  expect(await backup.findOccupied()).toBeNull();
  await opened.driver.collection('of_others').insertOne({});
  expect(await backup.findOccupied()).toBe('of_others');
  await opened.driver.collection('of_others').drop();
});

test('documents of an older version are brought to this one by the migration that follows', async () => {
  const { database } = opened;
  const agent = sampleModel(anyAgent, { id: database.newId(), rosterOrder: 1 });
  const { from: _from, until: _until, founding: _founding, family: _family, ...older } = toAgentDocument(agent);
  await database.backup.insertRaw('agents', [BSON.serialize(older)]);
  await database.migrate();
  await database.verify();
  const [restored] = await database.agents.list();
  expect(restored).toMatchObject({ id: agent.id, modelSlug: agent.modelSlug, until: null, founding: true });
});

test('a document whose bytes would change is refused, with what to do', async () => {
  // `{ _id: 1, a: undefined }`: a type of before, which the driver writes back as a null.
  const body = Buffer.from([17, 0, 0, 0, 0x10, 0x5f, 0x69, 0x64, 0, 1, 0, 0, 0, 0x06, 0x61, 0, 0]);
  const attempt = opened.database.backup.insertRaw('agents', [body]);
  await expect(attempt).rejects.toMatchObject({ code: 'BACKUP_INVALID' });
  await expect(attempt).rejects.toThrow('mongorestore');
});
