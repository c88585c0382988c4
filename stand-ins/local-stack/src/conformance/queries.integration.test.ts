import type { Document } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';
import { queryCases, queryDocuments } from './query-cases.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  for (const name of ['plain', 'indexed']) {
    const things = endpoint.db.collection(name);
    await things.insertMany(queryDocuments.map((document) => ({ ...document })));
  }
  await endpoint.db
    .collection('indexed')
    .createIndexes(['n', 's', 'tags', 'sub.x', 'list.k'].map((path) => ({ key: { [path]: 1 } })));
});
afterAll(() => endpoint.close());

async function findIds(collection: string, filter: Document): Promise<unknown[]> {
  const found = await endpoint.db.collection(collection).find(filter).sort({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id);
}

test.each(queryCases)('$manual: $filter finds $finds, with and without an index', async ({ filter, finds }) => {
  expect(await findIds('plain', filter)).toEqual(finds);
  expect(await findIds('indexed', filter)).toEqual(finds);
});

test.each(queryCases)(
  '$manual: $filter matches $finds in an aggregation and counts them',
  async ({ filter, finds }) => {
    const things = endpoint.db.collection('plain');
    const matched = await things.aggregate<{ _id: unknown }>([{ $sort: { _id: 1 } }, { $match: filter }]).toArray();
    expect(matched.map(({ _id }) => _id)).toEqual(finds);
    expect(await things.countDocuments(filter)).toBe(finds.length);
  },
);
