import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

const validator = {
  $jsonSchema: { bsonType: 'object', required: ['n'], properties: { n: { bsonType: 'int', minimum: 0 } } },
};

async function createValidatedCollection() {
  const name = `c${new ObjectId().toHexString()}`;
  return endpoint.db.createCollection(name, { validator, validationLevel: 'strict', validationAction: 'error' });
}

// Manual: core/schema-validation
test('inserts, updates and replacements that break the validator fail with 121', async () => {
  const things = await createValidatedCollection();
  await things.insertOne({ n: 1 });
  const broken = { code: 121 };
  expect(await captureRejection(things.insertOne({ n: 'x' }))).toMatchObject(broken);
  expect(await captureRejection(things.updateOne({}, { $set: { n: -1 } }))).toMatchObject(broken);
  expect(await captureRejection(things.replaceOne({}, { m: 1 }))).toMatchObject(broken);
  expect(await captureRejection(things.findOneAndUpdate({}, { $unset: { n: 1 } }))).toMatchObject(broken);
  expect(
    await captureRejection(things.updateOne({ n: 2 }, { $set: { m: 1, n: 'x' } }, { upsert: true })),
  ).toMatchObject(broken);
  expect(await things.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ n: 1 }]);
});

// Manual: core/schema-validation
test('bypassDocumentValidation lets a write past the validator', async () => {
  const things = await createValidatedCollection();
  await things.insertOne({ n: 'x' }, { bypassDocumentValidation: true });
  await things.updateOne({}, { $set: { m: 1 } }, { bypassDocumentValidation: true });
  expect(await captureRejection(things.updateOne({}, { $set: { m: 2 } }))).toMatchObject({ code: 121 });
});

// Manual: core/schema-validation/specify-validation-level
test('a moderate validator does not apply to documents that were invalid before', async () => {
  const things = endpoint.db.collection(`c${new ObjectId().toHexString()}`);
  await things.insertMany([{ n: 'x' }, { n: 1 }]);
  await endpoint.db.command({ collMod: things.collectionName, validator, validationLevel: 'moderate' });
  expect(await things.updateOne({ n: 'x' }, { $set: { m: 1 } })).toMatchObject({ modifiedCount: 1 });
  expect(await captureRejection(things.updateOne({ n: 1 }, { $set: { n: 'y' } }))).toMatchObject({ code: 121 });
});

// Manual: reference/command/collMod
test('listCollections returns options as they were given, and collMod changes them', async () => {
  const things = await createValidatedCollection();
  const filter = { name: things.collectionName };
  const [created] = await endpoint.db.listCollections(filter).toArray();
  expect(created).toMatchObject({ type: 'collection', options: { validator, validationLevel: 'strict' } });
  await endpoint.db.command({ collMod: things.collectionName, validator: {}, validationLevel: 'off' });
  const [changed] = await endpoint.db.listCollections(filter).toArray();
  expect(changed).toMatchObject({ options: { validator: {}, validationLevel: 'off' } });
  await things.insertOne({ n: 'x' });
});

// Manual: reference/command/create
test('creating a collection again is a conflict only with other options', async () => {
  const things = await createValidatedCollection();
  const create = { create: things.collectionName };
  expect(
    await endpoint.db.command({ ...create, validator, validationLevel: 'strict', validationAction: 'error' }),
  ).toMatchObject({ ok: 1 });
  expect(await captureRejection(endpoint.db.command(create))).toMatchObject({ code: 48 });
});
