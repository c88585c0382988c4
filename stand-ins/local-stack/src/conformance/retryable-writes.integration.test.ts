import { type Document, Long, MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

/**
 * Sends commands with transaction numbers of the test's own, as a driver does that retries. From a client of its own, as
 * a driver gives out a session again and would go on counting from its own numbers.
 */
async function openSession() {
  const client = await MongoClient.connect(endpoint.url);
  onTestFinished(() => client.close());
  const session = client.startSession();
  const db = client.db(endpoint.db.databaseName);
  return (command: Document, number: number) =>
    db.command({ ...command, txnNumber: Long.fromNumber(number) }, { session });
}

// Manual: core/retryable-writes
test('a repeated write is done once and gets the first reply', async () => {
  const things = endpoint.db.collection(`c${new ObjectId().toHexString()}`);
  await things.insertOne({ n: 0 });
  const send = await openSession();
  const command = { findAndModify: things.collectionName, query: {}, update: { $inc: { n: 1 } }, new: true };
  const first = await send(command, 1);
  const second = await send(command, 1);
  expect(first['value']).toMatchObject({ n: 1 });
  expect(second['value']).toEqual(first['value']);
  expect(await send(command, 2)).toMatchObject({ value: { n: 2 } });
});

// Manual: core/retryable-writes
test("a transaction number below the session's latest is refused", async () => {
  const name = `c${new ObjectId().toHexString()}`;
  const send = await openSession();
  const insert = (txnNumber: number) => send({ insert: name, documents: [{ txnNumber }] }, txnNumber);
  await insert(5);
  expect(await captureRejection(insert(4))).toMatchObject({ code: 225, codeName: 'TransactionTooOld' });
  expect(await insert(6)).toMatchObject({ n: 1 });
});

// Manual: core/retryable-writes
test('a repeated write that failed the first time is executed', async () => {
  const things = endpoint.db.collection<{ _id: number }>(`c${new ObjectId().toHexString()}`);
  await things.createIndex({ n: 1 }, { unique: true }, {});
  await things.insertOne({ _id: 1 });
  const send = await openSession();
  const command = { findAndModify: things.collectionName, query: { _id: 2 }, update: { $set: { m: 1 } }, upsert: true };
  expect(await captureRejection(send(command, 1))).toMatchObject({ code: 11000 });
  await things.deleteOne({ _id: 1 });
  expect(await send(command, 1)).toMatchObject({ lastErrorObject: { upserted: 2 } });
});
