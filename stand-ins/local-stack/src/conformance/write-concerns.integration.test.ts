import { type Document, Long, MongoClient, MongoWriteConcernError, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTransaction } from '../testing/open-session.ts';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';
import { unmetConcerns, writeConcernCases } from './write-concern-cases.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

const unmet = { code: 100, codeName: 'UnsatisfiableWriteConcern' };

/** The reply, whether or not the driver throws for a write concern error in it. */
async function readReply(running: Promise<Document>): Promise<Document> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof MongoWriteConcernError) return error.result;
    throw error;
  }
}

test.each(writeConcernCases.flatMap((item) => unmetConcerns.map((concern) => ({ ...item, ...concern }))))(
  '$manual: $command is executed, and its reply reports that $concern was not met',
  async ({ command, leaves, concern, code, codeName }) => {
    const db = endpoint.client.db(`${endpoint.db.databaseName}_${new ObjectId().toHexString().slice(-6)}`);
    await db.collection<{ _id: number }>('c').insertOne({ _id: 1 });
    const reply = await readReply(db.command({ ...command, writeConcern: concern }));
    expect(reply).toMatchObject({ ok: 1, writeConcernError: { code, codeName } });
    expect(await db.collection('c').countDocuments()).toBe(leaves);
    await db.dropDatabase();
  },
);

async function createFreshCollection() {
  return endpoint.db.createCollection<{ _id: number }>(`c${new ObjectId().toHexString()}`);
}

// Manual: reference/command/commitTransaction
test('a commit whose write concern is not met is kept, and a retry succeeds', async () => {
  const things = await createFreshCollection();
  const session = openTransaction(endpoint.client);
  await things.insertOne({ _id: 1 }, { session });
  const commit = (writeConcern: Document) =>
    readReply(endpoint.client.db('admin').command({ commitTransaction: 1, writeConcern }, { session }));
  expect(await commit({ w: 50 })).toMatchObject({ ok: 1, writeConcernError: unmet });
  expect(await things.countDocuments()).toBe(1);
  expect(await commit({ w: 'majority' })).not.toHaveProperty('writeConcernError');
  expect(await commit({ w: 50, wtimeout: 1 })).toMatchObject({ ok: 1, writeConcernError: unmet });
  expect(await things.countDocuments()).toBe(1);
});

// Manual: core/transactions
test('the driver reports the unmet write concern of a transaction and does not retry it', async () => {
  const things = await createFreshCollection();
  let runs = 0;
  const running = endpoint.client.withSession((session) =>
    session.withTransaction(
      async () => {
        runs += 1;
        await things.insertOne({ _id: runs }, { session });
      },
      { writeConcern: { w: 50 } },
    ),
  );
  expect(await captureRejection(running)).toMatchObject(unmet);
  expect(await things.find().toArray()).toEqual([{ _id: 1 }]);
});

// Manual: reference/command/abortTransaction
test('an abort whose write concern is not met still aborts', async () => {
  const things = await createFreshCollection();
  const session = openTransaction(endpoint.client);
  await things.insertOne({ _id: 1 }, { session });
  const abort = { abortTransaction: 1, writeConcern: { w: 50 } };
  const reply = await readReply(endpoint.client.db('admin').command(abort, { session }));
  expect(reply).toMatchObject({ ok: 1, writeConcernError: unmet });
  expect(await things.countDocuments()).toBe(0);
});

// Manual: core/retryable-writes
test('a repeated retryable write reports the write concern it is repeated with', async () => {
  const things = await createFreshCollection();
  const client = await MongoClient.connect(endpoint.url);
  onTestFinished(() => client.close());
  const session = client.startSession();
  const db = client.db(endpoint.db.databaseName);
  const insert = { insert: things.collectionName, documents: [{ _id: 1 }], txnNumber: Long.fromNumber(7) };
  const send = (w: number) => readReply(db.command({ ...insert, writeConcern: { w } }, { session }));
  expect(await send(50)).toMatchObject({ n: 1, writeConcernError: unmet });
  expect(await send(1)).toEqual(expect.not.objectContaining({ writeConcernError: expect.anything() }));
  expect(await send(50)).toMatchObject({ n: 1, writeConcernError: unmet });
  expect(await things.countDocuments()).toBe(1);
});
