import { Binary, Long, ObjectId, UUID } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

function sessionFields(txnNumber: number) {
  const lsid = { id: new Binary(new UUID().buffer, Binary.SUBTYPE_UUID) };
  return { lsid, txnNumber: Long.fromNumber(txnNumber) };
}

test('a write that is sent again is done once and answered with the first answer', async () => {
  const things = endpoint.db.collection(`c${new ObjectId().toHexString()}`);
  await things.insertOne({ n: 0 });
  const fields = sessionFields(1);
  const command = { findAndModify: things.collectionName, query: {}, update: { $inc: { n: 1 } }, new: true, ...fields };
  const first = await endpoint.db.command(command);
  const second = await endpoint.db.command(command);
  expect(first['value']).toMatchObject({ n: 1 });
  expect(second['value']).toEqual(first['value']);
  expect(await things.findOne()).toMatchObject({ n: 1 });
});

test('an older number than the last of the session is refused', async () => {
  const name = `c${new ObjectId().toHexString()}`;
  const { lsid } = sessionFields(1);
  const insert = (txnNumber: number) =>
    endpoint.db.command({ insert: name, documents: [{ txnNumber }], lsid, txnNumber: Long.fromNumber(txnNumber) });
  await insert(5);
  expect(await failureOf(insert(4))).toMatchObject({ code: 225, codeName: 'TransactionTooOld' });
  expect(await insert(6)).toMatchObject({ n: 1 });
});
