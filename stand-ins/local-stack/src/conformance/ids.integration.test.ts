import { type Document, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';
import { type IdCase, idCases, insertedIdCases } from './id-cases.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

async function createCollectionWith(before: Document | undefined): Promise<string> {
  const name = `c${new ObjectId().toHexString()}`;
  await endpoint.db.createCollection(name);
  // As a command: the driver itself gives a document a new id when its own is null.
  if (before !== undefined) await endpoint.db.command({ insert: name, documents: [before] });
  return name;
}

async function expectStored(name: string, expected: Document | undefined): Promise<void> {
  const stored = await endpoint.db.collection(name).find().toArray();
  expect(stored).toEqual(expected === undefined ? [] : [expected]);
  expect(Object.keys(stored[0] ?? {})).toEqual(Object.keys(expected ?? {}));
  if (expected === undefined) return;
  expect(await endpoint.db.command({ count: name, query: { _id: expected['_id'] } })).toMatchObject({ n: 1 });
}

async function expectUpdated(name: string, outcome: IdCase): Promise<void> {
  await expectStored(name, 'after' in outcome ? outcome.after : outcome.before);
}

test.each(idCases)('$manual: $behaviour: $update where $filter', async ({ filter, update, ...outcome }) => {
  const name = await createCollectionWith(outcome.before);
  const upsert = outcome.before === undefined;
  const reply = await endpoint.db.command({ update: name, updates: [{ q: filter, u: update, upsert }] });
  if ('code' in outcome) {
    expect(reply).toMatchObject({ n: 0, writeErrors: [{ index: 0, code: outcome.code }] });
  } else {
    const upserted = [{ index: 0, _id: outcome.after['_id'] }];
    expect(reply).toMatchObject({ n: 1, ...(upsert ? { upserted } : {}) });
  }
  await expectUpdated(name, { filter, update, ...outcome });
});

test.each(idCases)(
  '$manual: $behaviour: $update where $filter, by findAndModify',
  async ({ filter, update, ...outcome }) => {
    const name = await createCollectionWith(outcome.before);
    const upsert = outcome.before === undefined;
    const running = endpoint.db.command({ findAndModify: name, query: filter, update, upsert, new: true });
    if ('code' in outcome) expect(await captureRejection(running)).toMatchObject({ code: outcome.code });
    else expect(await running).toMatchObject({ value: outcome.after, lastErrorObject: { n: 1 } });
    await expectUpdated(name, { filter, update, ...outcome });
  },
);

test.each(insertedIdCases)(
  '$manual: inserting a document with the id $id (refused with: $code)',
  async ({ id, code }) => {
    const name = await createCollectionWith(undefined);
    const reply = await endpoint.db.command({ insert: name, documents: [{ _id: id, a: 1 }] });
    if (code === undefined) expect(reply).toMatchObject({ n: 1, ok: 1 });
    else expect(reply).toMatchObject({ n: 0, writeErrors: [{ index: 0, code }] });
    await expectStored(name, code === undefined ? { _id: id, a: 1 } : undefined);
  },
);
