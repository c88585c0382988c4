import { type ClientSession, type Document, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, openTransaction } from '../testing/open-session.ts';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

type Thing = { readonly _id: number; readonly n?: number | readonly number[] };

const byN = { key: { n: 1 }, name: 'n_1', unique: true };

function nameCollection(): string {
  return `c${new ObjectId().toHexString()}`;
}

function begin() {
  return openTransaction(endpoint.client);
}

function getThings(name: string) {
  return endpoint.db.collection<Thing>(name);
}

function createIndexes(name: string, indexes: readonly Document[], session?: ClientSession): Promise<Document> {
  return endpoint.db.command({ createIndexes: name, indexes }, session === undefined ? {} : { session });
}

async function listIndexNames(name: string): Promise<readonly unknown[]> {
  const found = await endpoint.db.listCollections({ name }).toArray();
  return found.length === 0 ? [] : (await getThings(name).indexes()).map((index) => index.name);
}

/** A statement that is refused ends its transaction. */
async function expectEnded(session: ClientSession): Promise<void> {
  expect(await captureRejection(session.commitTransaction())).toMatchObject({ code: 251 });
}

// Manual: core/transactions-operations
test('a collection and its indexes can be created in a transaction, and are visible to others after the commit', async () => {
  const name = nameCollection();
  const session = begin();
  await endpoint.db.createCollection(name, { session });
  expect(await createIndexes(name, [byN], session)).toMatchObject({
    numIndexesBefore: 1,
    numIndexesAfter: 2,
    createdCollectionAutomatically: false,
  });
  await getThings(name).insertMany(
    [
      { _id: 1, n: 7 },
      { _id: 2, n: [8, 9] },
    ],
    { session },
  );
  expect(await getThings(name).find({ n: 9 }, { session }).toArray()).toEqual([{ _id: 2, n: [8, 9] }]);
  expect(await listIndexNames(name)).toEqual([]);
  await session.commitTransaction();
  expect(await listIndexNames(name)).toEqual(['_id_', 'n_1']);
  expect(await getThings(name).find({ n: 9 }).hint('n_1').toArray()).toEqual([{ _id: 2, n: [8, 9] }]);
  expect(await captureRejection(getThings(name).insertOne({ _id: 3, n: 7 }))).toMatchObject({ code: 11_000 });
});

// Manual: core/transactions-operations
test('createIndexes in a transaction creates a missing collection', async () => {
  const name = nameCollection();
  const session = begin();
  expect(await createIndexes(name, [byN, { key: { _id: 1 }, name: '_id_' }], session)).toMatchObject({
    numIndexesBefore: 1,
    numIndexesAfter: 2,
    createdCollectionAutomatically: true,
  });
  await session.commitTransaction();
  expect(await listIndexNames(name)).toEqual(['_id_', 'n_1']);
});

// Manual: core/transactions-operations
test('a unique index created in a transaction applies to its own writes', async () => {
  const name = nameCollection();
  const session = begin();
  await createIndexes(name, [byN], session);
  await getThings(name).insertOne({ _id: 1, n: 7 }, { session });
  await getThings(name).updateOne({ _id: 1 }, { $set: { n: 8 } }, { session });
  await getThings(name).insertOne({ _id: 2, n: 7 }, { session });
  expect(await captureRejection(getThings(name).insertOne({ _id: 3, n: 8 }, { session }))).toMatchObject({
    code: 11_000,
    keyPattern: { n: 1 },
  });
  await expectEnded(session);
  expect(await listIndexNames(name)).toEqual([]);
});

// Manual: core/schema-validation
test('the validator of a collection created in a transaction applies inside it and after the commit', async () => {
  const name = nameCollection();
  const options = { validator: { n: { $gt: 0 } } };
  const session = begin();
  await endpoint.db.createCollection(name, { ...options, session });
  await getThings(name).insertOne({ _id: 1, n: 1 }, { session });
  await session.commitTransaction();
  expect(await captureRejection(getThings(name).insertOne({ _id: 2, n: 0 }))).toMatchObject({ code: 121 });
  const refused = begin();
  const other = await endpoint.db.createCollection<Thing>(nameCollection(), { ...options, session: refused });
  expect(await captureRejection(other.insertOne({ _id: 1, n: 0 }, { session: refused }))).toMatchObject({ code: 121 });
});

// Manual: core/transactions-operations
test('an aborted transaction leaves neither the collection nor its indexes', async () => {
  const name = nameCollection();
  const session = begin();
  await endpoint.db.createCollection(name, { session });
  await createIndexes(name, [byN], session);
  await session.abortTransaction();
  expect(await listIndexNames(name)).toEqual([]);
});

// Manual: reference/command/create
test('a collection that exists cannot be created in a transaction, whatever its options', async () => {
  const { collectionName: name } = await endpoint.db.createCollection(nameCollection());
  const session = begin();
  const failure = await captureRejection(endpoint.db.createCollection(name, { session }));
  expect(failure).toMatchObject({ code: 48, codeName: 'NamespaceExists' });
  await expectEnded(session);
  const twice = begin();
  const own = await endpoint.db.createCollection(nameCollection(), { session: twice });
  const again = endpoint.db.createCollection(own.collectionName, { session: twice });
  expect(await captureRejection(again)).toMatchObject({ code: 48 });
});

// Manual: core/transactions-operations
test('in a transaction, createIndexes on an older collection succeeds for existing indexes only', async () => {
  const name = nameCollection();
  await createIndexes(name, [byN]);
  const session = begin();
  expect(await createIndexes(name, [byN], session)).toMatchObject({ note: 'all indexes already exist' });
  const made = createIndexes(name, [byN, { key: { m: 1 }, name: 'm_1' }], session);
  expect(await captureRejection(made)).toMatchObject({ code: 263, codeName: 'OperationNotSupportedInTransaction' });
  await expectEnded(session);
  expect(await listIndexNames(name)).toEqual(['_id_', 'n_1']);
});

// Manual: reference/command/createIndexes
test('a conflicting index specification is refused in a transaction too', async () => {
  const name = nameCollection();
  await createIndexes(name, [byN]);
  const other = { key: { n: -1 }, name: 'n_1' };
  expect(await captureRejection(createIndexes(name, [other], begin()))).toMatchObject({ code: 86 });
  const session = begin();
  const own = nameCollection();
  await createIndexes(own, [byN], session);
  expect(await captureRejection(createIndexes(own, [other], session))).toMatchObject({ code: 86 });
});

// Manual: core/transactions-operations
test('in a transaction, a new collection can be given indexes while it is empty', async () => {
  const name = nameCollection();
  const session = begin();
  await getThings(name).insertOne({ _id: 1 }, { session });
  await getThings(name).deleteOne({ _id: 1 }, { session });
  expect(await createIndexes(name, [byN], session)).toMatchObject({ numIndexesAfter: 2 });
  await getThings(name).insertOne({ _id: 1 }, { session });
  expect(await captureRejection(createIndexes(name, [{ key: { m: 1 }, name: 'm_1' }], session))).toMatchObject({
    code: 263,
  });
  await expectEnded(session);
});

// Manual: core/transactions-operations
test.each([['snapshot'], ['majority']] as const)(
  'a transaction with read concern %s cannot create collections or indexes',
  async (level) => {
    const known = await endpoint.db.createCollection(nameCollection());
    for (const read of [false, true]) {
      for (const command of [{ create: nameCollection() }, { createIndexes: nameCollection(), indexes: [byN] }]) {
        const session = openSession(endpoint.client);
        session.startTransaction({ readConcern: { level } });
        if (read) await known.findOne({}, { session });
        const failure = await captureRejection(endpoint.db.command(command, { session }));
        expect(failure).toMatchObject({ code: 72, codeName: 'InvalidOptions' });
        await expectEnded(session);
      }
    }
  },
);

// Manual: core/transactions-operations
test('the commit fails when somebody else has created the collection in the meantime', async () => {
  const [known, name] = [await endpoint.db.createCollection(nameCollection()), nameCollection()];
  const [creates, indexes] = [begin(), begin()];
  for (const session of [creates, indexes]) await known.findOne({}, { session });
  await createIndexes(name, [{ key: { m: 1 }, name: 'm_1' }]);
  await endpoint.db.command({ create: name }, { session: creates });
  await createIndexes(name, [byN], indexes);
  for (const session of [creates, indexes]) {
    expect(await captureRejection(session.commitTransaction())).toMatchObject({
      code: 112,
      errorLabels: ['TransientTransactionError'],
    });
  }
  expect(await listIndexNames(name)).toEqual(['_id_', 'm_1']);
});

// Manual: core/transactions-operations
test('of two transactions that create the same collection, the second is undone as a whole', async () => {
  const [name, other] = [nameCollection(), nameCollection()];
  const [first, second] = [begin(), begin()];
  for (const session of [first, second]) await createIndexes(name, [byN], session);
  await createIndexes(other, [byN], second);
  await getThings(name).insertOne({ _id: 1, n: 1 }, { session: second });
  await first.commitTransaction();
  expect(await captureRejection(second.commitTransaction())).toMatchObject({ code: 112 });
  expect(await listIndexNames(other)).toEqual([]);
  expect(await getThings(name).countDocuments()).toBe(0);
  await getThings(name).insertOne({ _id: 2, n: 1 });
});
