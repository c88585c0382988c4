import { type Document, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';
import { updateCases } from './update-cases.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

test.each(updateCases)('$manual: $update of $before', async ({ before, update, ...expected }) => {
  const things = endpoint.db.collection<Document & { _id: number }>(`u${new ObjectId().toHexString()}`);
  await things.insertOne({ _id: 1, ...before });
  const reply = await endpoint.db.command({ update: things.collectionName, updates: [{ q: { _id: 1 }, u: update }] });
  const stored = await things.findOne();
  if ('code' in expected) {
    expect(reply).toMatchObject({ n: 0, writeErrors: [{ index: 0, code: expected.code }] });
    expect(stored).toEqual({ _id: 1, ...before });
  } else {
    expect(reply).toMatchObject({ n: 1, ok: 1 });
    expect(stored).toEqual({ _id: 1, ...expected.after });
    expect(Object.keys(stored ?? {})).toEqual(['_id', ...Object.keys(expected.after)]);
  }
});

test.each(updateCases)('$manual: $update of $before, by findAndModify', async ({ before, update, ...expected }) => {
  const name = `u${new ObjectId().toHexString()}`;
  await endpoint.db.collection<Document & { _id: number }>(name).insertOne({ _id: 1, ...before });
  const running = endpoint.db.command({ findAndModify: name, query: { _id: 1 }, update, new: true });
  if ('code' in expected) await expect(running).rejects.toMatchObject({ code: expected.code });
  else expect((await running)['value']).toEqual({ _id: 1, ...expected.after });
});
