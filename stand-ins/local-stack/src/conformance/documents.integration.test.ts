import { type Document, Double, Int32, Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

function createFreshCollection<T extends Document = Document>() {
  return endpoint.db.collection<T>(`c${new ObjectId().toHexString()}`);
}

// Manual: reference/bson-types
test('every type is read back as it was written', async () => {
  const things = createFreshCollection();
  const document = {
    _id: new ObjectId(),
    int: new Int32(1),
    long: Long.fromBigInt(2n ** 60n),
    double: new Double(1),
    text: 'ünï\u{1f600}',
    date: new Date(123),
    list: [new Int32(1), { nested: null }],
    flag: true,
    none: null,
  };
  await things.insertOne(document);
  expect(await things.findOne({}, { promoteValues: false })).toEqual(document);
});

// Manual: reference/command/insert
test('a document inserted without an id gets one as its first field', async () => {
  const things = createFreshCollection();
  const reply = await endpoint.db.command({ insert: things.collectionName, documents: [{ a: 1 }] });
  expect(reply).toMatchObject({ n: 1, ok: 1 });
  const [stored] = await things.find().toArray();
  expect(Object.keys(stored ?? {})).toEqual(['_id', 'a']);
  expect(stored?._id).toBeInstanceOf(ObjectId);
});

// Manual: reference/command/insert
test('an ordered insert stops at the first error, an unordered one goes on', async () => {
  const things = createFreshCollection();
  const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
  const insert = (ordered: boolean) => endpoint.db.command({ insert: things.collectionName, documents, ordered });
  expect(await insert(true)).toMatchObject({ n: 1, writeErrors: [{ index: 1, code: 11000 }] });
  expect(await insert(false)).toMatchObject({ n: 1, writeErrors: [{ index: 0 }, { index: 1 }] });
  expect(await things.countDocuments()).toBe(2);
});

// Manual: reference/command/find
test('find sorts, skips, limits and projects', async () => {
  const things = createFreshCollection();
  await things.insertMany([3, 1, 2, 5, 4].map((value) => ({ value, other: { a: value, b: 1 } })));
  const found = await things
    .find({ value: { $gt: 1 } })
    .sort({ value: -1 })
    .skip(1)
    .limit(2)
    .project({ _id: 0, value: 1, 'other.a': 1 })
    .toArray();
  expect(found).toEqual([
    { value: 4, other: { a: 4 } },
    { value: 3, other: { a: 3 } },
  ]);
});

// Manual: reference/command/update
test('an update reports what it matched and what it changed', async () => {
  const things = createFreshCollection();
  await things.insertMany([
    { a: 1, n: 1 },
    { a: 1, n: 2 },
  ]);
  expect(await things.updateMany({ a: 1 }, { $set: { n: 2 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
  expect(await things.updateOne({ a: 9 }, { $set: { n: 2 } })).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
});

// Manual: reference/command/update
test('an update with a sort changes the first document of that order', async () => {
  const things = createFreshCollection();
  await things.insertMany([{ n: 1 }, { n: 3 }, { n: 2 }]);
  await things.updateOne({}, { $set: { top: true } }, { sort: { n: -1 } });
  expect(await things.findOne({ top: true })).toMatchObject({ n: 3 });
});

// Manual: reference/operator/update/setOnInsert
test('an upsert inserts the equalities of the filter together with the update', async () => {
  const things = createFreshCollection();
  const id = new ObjectId();
  const result = await things.updateOne(
    { _id: id, a: 1, b: { $gt: 5 } },
    { $set: { c: 2 }, $setOnInsert: { d: 3 } },
    { upsert: true },
  );
  expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: id });
  expect(await things.findOne()).toEqual({ _id: id, a: 1, c: 2, d: 3 });
  await things.replaceOne({ _id: id }, { e: 1 }, { upsert: true });
  expect(await things.findOne()).toEqual({ _id: id, e: 1 });
});

// Manual: reference/command/update
test('an update of many documents changes each once, whatever it does to the index that found them', async () => {
  const things = createFreshCollection();
  await things.createIndex({ n: 1 });
  await things.insertMany(Array.from({ length: 50 }, (_, n) => ({ n })));
  expect(await things.updateMany({ n: { $gte: 0 } }, { $inc: { n: 100 } })).toMatchObject({ modifiedCount: 50 });
  expect(await things.countDocuments({ n: { $gte: 100, $lt: 150 } })).toBe(50);
});

// Manual: reference/command/findAndModify
test('findOneAndUpdate returns the document before or after the update', async () => {
  const things = createFreshCollection();
  await things.insertOne({ _id: new ObjectId(), n: 1, extra: 1 });
  const projection = { _id: 0, n: 1 };
  expect(await things.findOneAndUpdate({}, { $inc: { n: 1 } }, { projection })).toEqual({ n: 1 });
  expect(await things.findOneAndUpdate({}, { $inc: { n: 1 } }, { projection, returnDocument: 'after' })).toEqual({
    n: 3,
  });
  expect(await things.findOneAndUpdate({ n: 99 }, { $inc: { n: 1 } })).toBeNull();
  expect(
    await things.findOneAndUpdate({ k: 'new' }, [{ $set: { n: 7 } }], {
      projection: { _id: 0 },
      upsert: true,
      returnDocument: 'after',
    }),
  ).toEqual({ k: 'new', n: 7 });
});

// Manual: reference/command/delete
test('findOneAndDelete, deleteOne and deleteMany remove what they report', async () => {
  const things = createFreshCollection();
  await things.insertMany([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(await things.findOneAndDelete({}, { sort: { n: -1 } })).toMatchObject({ n: 3 });
  expect(await things.deleteOne({})).toMatchObject({ deletedCount: 1 });
  expect(await things.deleteMany({})).toMatchObject({ deletedCount: 1 });
  expect(await things.deleteMany({})).toMatchObject({ deletedCount: 0 });
});

// Manual: reference/command/distinct
test('distinct and counts include the elements of arrays and compare numbers by value', async () => {
  const things = createFreshCollection();
  await things.insertMany([{ a: 2 }, { a: [1, 2] }, { a: new Double(1) }, { b: 1 }]);
  expect(await things.distinct('a')).toEqual([1, 2]);
  expect(await things.distinct('a', { b: 1 })).toEqual([]);
  expect(await things.countDocuments({ a: 2 })).toBe(2);
  expect(await things.estimatedDocumentCount()).toBe(4);
});

// Manual: reference/command/getMore
test('a cursor returns batches in sorted order until it is exhausted or killed', async () => {
  const things = createFreshCollection<{ n: number }>();
  await things.insertMany(Array.from({ length: 250 }, (_, n) => ({ n })));
  const read = await things.find().sort({ n: 1 }).batchSize(7).toArray();
  expect(read.map(({ n }) => n)).toEqual(Array.from({ length: 250 }, (_, n) => n));
  const { cursor } = await endpoint.db.command({ find: things.collectionName, batchSize: 2 });
  const killed = await endpoint.db.command({ killCursors: things.collectionName, cursors: [cursor.id] });
  expect(killed['cursorsKilled']).toHaveLength(1);
  const failure = await captureRejection(
    endpoint.db.command({ getMore: Long.fromNumber(42), collection: things.collectionName }),
  );
  expect(failure).toMatchObject({ code: 43, codeName: 'CursorNotFound' });
});

// Manual: reference/limits
test('documents are cut into batches of at most 16 MB', async () => {
  const things = createFreshCollection<{ n: number; text: string }>();
  const text = 'x'.repeat(6_000_000);
  for (let n = 0; n < 4; n += 1) await things.insertOne({ n, text });
  const { cursor } = await endpoint.db.command({ find: things.collectionName, batchSize: 100 });
  expect(cursor.firstBatch).toHaveLength(2);
  expect((await things.find().toArray()).map(({ n }) => n)).toEqual([0, 1, 2, 3]);
});
