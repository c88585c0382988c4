import { type Document, Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';
import { commandCases } from './command-cases.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  await endpoint.db.collection('c').insertOne({ a: 1 });
});
afterAll(() => endpoint.close());

function send(command: Document, isAdmin = false): Promise<Document> {
  return (isAdmin ? endpoint.client.db('admin') : endpoint.db).command(command);
}

test.each(commandCases)('$manual: $command refuses an unknown field', async ({ command, isAdmin }) => {
  const failure = await captureRejection(send({ ...command, unheardOf: 1 }, isAdmin));
  expect(failure).toMatchObject({ code: 40_415, codeName: 'IDLUnknownField' });
  expect(await endpoint.db.collection('c').countDocuments()).toBe(1);
});

test.each(commandCases.filter(({ inTransaction }) => inTransaction === false))(
  '$manual: $command is refused in a transaction',
  async ({ command, isAdmin }) => {
    const session = endpoint.client.startSession();
    session.startTransaction();
    const db = isAdmin === true ? endpoint.client.db('admin') : endpoint.db;
    expect(await captureRejection(db.command(command, { session }))).toMatchObject({
      code: 263,
      codeName: 'OperationNotSupportedInTransaction',
    });
    await session.endSession();
    expect(await endpoint.db.collection('c').countDocuments()).toBe(1);
  },
);

test.each(commandCases.filter(({ isRetryable }) => isRetryable !== true))(
  'core/retryable-writes: $command refuses the transaction number of a retryable write',
  async ({ command, isAdmin }) => {
    const failure = await captureRejection(send({ ...command, txnNumber: Long.fromNumber(1) }, isAdmin));
    expect(failure).toMatchObject({ code: 50_768, codeName: 'NotARetryableWriteCommand' });
  },
);

// The driver adds a session of its own to each of these.
test.each([
  { fields: { autocommit: false }, mistake: 'autocommit without a number' },
  { fields: { txnNumber: Long.fromNumber(1), autocommit: true }, mistake: 'autocommit: true' },
  { fields: { txnNumber: Long.fromNumber(1), startTransaction: true }, mistake: 'a start without autocommit' },
  {
    fields: { txnNumber: Long.fromNumber(1), autocommit: false, startTransaction: false },
    mistake: 'startTransaction: false',
  },
  { fields: { txnNumber: Long.fromNumber(-1) }, mistake: 'a negative number' },
])('core/transactions: $mistake is refused with 72', async ({ fields }) => {
  const command = { insert: `c${new ObjectId().toHexString()}`, documents: [{}], ...fields };
  expect(await captureRejection(send(command))).toMatchObject({ code: 72, codeName: 'InvalidOptions' });
});

test.each([
  [{ update: 'c', updates: [{ q: {}, u: { $set: { a: 2 } }, multi: true }] }],
  [{ delete: 'c', deletes: [{ q: {}, limit: 0 }] }],
])('core/retryable-writes: %j cannot be a retryable write', async (command) => {
  const failure = await captureRejection(send({ ...command, txnNumber: Long.fromNumber(1) }));
  expect(failure).toMatchObject({ code: 72, codeName: 'InvalidOptions' });
});
