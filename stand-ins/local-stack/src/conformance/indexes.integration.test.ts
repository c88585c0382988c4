import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

function createFreshCollection() {
  return endpoint.db.collection(`c${new ObjectId().toHexString()}`);
}

// Manual: core/index-unique
test('inserts, updates, replacements and upserts cannot duplicate a unique key', async () => {
  const things = createFreshCollection();
  await things.createIndex({ a: 1, b: -1 }, { unique: true }, {});
  await things.insertMany([
    { a: 1, b: 1 },
    { a: 1, b: 2 },
  ]);
  const duplicate = { code: 11000, keyPattern: { a: 1, b: -1 }, keyValue: { a: 1, b: 2 } };
  expect(await captureRejection(things.insertOne({ a: 1, b: 2 }))).toMatchObject(duplicate);
  expect(await captureRejection(things.updateOne({ b: 1 }, { $set: { b: 2 } }))).toMatchObject(duplicate);
  expect(await captureRejection(things.replaceOne({ b: 1 }, { a: 1, b: 2 }))).toMatchObject(duplicate);
  expect(await captureRejection(things.findOneAndUpdate({ b: 1 }, { $inc: { b: 1 } }))).toMatchObject(duplicate);
  expect(await captureRejection(things.updateOne({ a: 1, b: 3 }, { $set: { b: 2 } }, { upsert: true }))).toMatchObject(
    duplicate,
  );
  expect(await things.countDocuments()).toBe(2);
});

// Manual: core/index-unique
test('a failed statement leaves the key free and the document as it was', async () => {
  const things = createFreshCollection();
  await things.createIndex({ a: 1 }, { unique: true }, {});
  await things.insertMany([{ a: 1 }, { a: 2 }, { a: 5 }]);
  expect(await captureRejection(things.updateMany({ a: { $lt: 5 } }, { $inc: { a: 3 } }))).toMatchObject({
    code: 11000,
  });
  expect(await things.insertOne({ a: 9 })).toMatchObject({ acknowledged: true });
  expect(await things.countDocuments({ a: 5 })).toBe(1);
});

// Manual: core/index-sparse
test('a missing field counts as null in a unique index, except in a sparse or partial one', async () => {
  const things = createFreshCollection();
  await things.createIndex({ plain: 1 }, { unique: true }, {});
  await things.createIndex({ sparse: 1 }, { unique: true, sparse: true }, {});
  await things.createIndex({ partial: 1 }, { unique: true, partialFilterExpression: { active: true } }, {});
  await things.insertOne({ partial: 1 });
  expect(await captureRejection(things.insertOne({ partial: 1 }))).toMatchObject({ keyPattern: { plain: 1 } });
  await things.insertOne({ plain: 1, partial: 1, active: true });
  expect(await captureRejection(things.insertOne({ plain: 2, partial: 1, active: true }))).toMatchObject({
    keyPattern: { partial: 1 },
  });
  await things.insertOne({ plain: 3, sparse: null });
  expect(await captureRejection(things.insertOne({ plain: 4, sparse: null }))).toMatchObject({
    keyPattern: { sparse: 1 },
  });
});

// Manual: core/indexes/index-types/index-multikey
test('each element of an array is a key, and unique across documents', async () => {
  const things = createFreshCollection();
  await things.createIndex({ tags: 1 }, { unique: true }, {});
  await things.insertOne({ tags: ['a', 'b', 'a'] });
  expect(await captureRejection(things.insertOne({ tags: ['c', 'b'] }))).toMatchObject({ keyValue: { tags: 'b' } });
});

// Manual: core/index-unique
test('a unique index cannot be created over duplicates', async () => {
  const things = createFreshCollection();
  await things.insertMany([{ a: 1 }, { a: 1 }]);
  expect(await captureRejection(things.createIndex({ a: 1 }, { unique: true }, {}))).toMatchObject({ code: 11000 });
  expect(await things.indexes()).toHaveLength(1);
});

// Manual: reference/command/createIndexes
test('creating an index again changes nothing, and another index of its name or keys is a conflict', async () => {
  const things = createFreshCollection();
  expect(await things.createIndex({ a: 1 })).toBe('a_1');
  expect(await things.createIndex({ a: 1 })).toBe('a_1');
  await things.createIndex({ _id: 1 });
  expect(await captureRejection(things.createIndex({ b: 1 }, { name: 'a_1' }, {}))).toMatchObject({ code: 86 });
  expect(await captureRejection(things.createIndex({ a: 1 }, { name: 'other' }, {}))).toMatchObject({ code: 85 });
  expect(await things.indexes()).toEqual([
    { v: 2, key: { _id: 1 }, name: '_id_' },
    { v: 2, key: { a: 1 }, name: 'a_1' },
  ]);
  await things.dropIndex('a_1');
  expect(await things.indexes()).toHaveLength(1);
});
