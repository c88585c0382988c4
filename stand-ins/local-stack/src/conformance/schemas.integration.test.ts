import { type Document, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';
import { SCHEMA_PAGE, schemaCases, invalidSchemaCases } from './schema-cases.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

function createWith(schema: Document) {
  return endpoint.db.createCollection(`c${new ObjectId().toHexString()}`, { validator: { $jsonSchema: schema } });
}

test.each(schemaCases)(`${SCHEMA_PAGE}: $schema as a validator`, async ({ schema, accepted, refused }) => {
  const things = await createWith({ properties: { v: schema } });
  for (const v of accepted) expect(await things.insertOne({ v })).toMatchObject({ acknowledged: true });
  for (const v of refused) expect(await captureRejection(things.insertOne({ v }))).toMatchObject({ code: 121 });
  expect(await things.countDocuments()).toBe(accepted.length);
});

test.each(schemaCases)(`${SCHEMA_PAGE}: $schema as a query`, async ({ schema, accepted, refused }) => {
  const things = endpoint.db.collection(`c${new ObjectId().toHexString()}`);
  await things.insertMany([...accepted, ...refused].map((v) => ({ v })));
  expect(await things.countDocuments({ $jsonSchema: { properties: { v: schema } } })).toBe(accepted.length);
});

test.each(invalidSchemaCases)(`${SCHEMA_PAGE}: the schema $schema is refused with $code`, async ({ schema, code }) => {
  expect(await captureRejection(createWith(schema))).toMatchObject({ code });
});
