import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensurePresent } from '@coliseum/domain/assert';
import { Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareBy, parseSort } from '../query/sort-specification.ts';
import { serializeDocument } from '../sessions/write-access.ts';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { openStore, type Store } from '../storage/store.ts';
import { makeTemporaryFolder } from '../testing/open-test-endpoint.ts';
import { getPropertyRunOptions } from '../testing/test-scale.ts';
import type { Document } from '../values/bson-type.ts';
import { toNumber } from '../values/exact-number.ts';
import { toDocuments, type Query, runQuery } from './run-query.ts';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  store = openStore(join(folder, 'database.sqlite'));
});
afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

const number = fc
  .integer({ min: -2, max: 4 })
  .chain((value) => fc.constantFrom(new Int32(value), Long.fromNumber(value), new Double(value)));
const scalar = fc.oneof(
  number,
  fc.constantFrom(new Double(0.5), new Double(Number.NaN), 'a', 'b', null, true, new Date(1)),
);
const list = fc.array(scalar, { maxLength: 3 });
const record = (field: fc.Arbitrary<unknown>) =>
  fc.record({ a: field, b: scalar, c: scalar }, { requiredKeys: [], noNullPrototype: true });
const documents = fc.oneof(
  fc.array(record(scalar), { maxLength: 12 }),
  fc.array(record(fc.oneof(scalar, list)), { maxLength: 12 }),
);

const bounds = fc.record(
  { $gt: scalar, $gte: scalar, $lt: scalar, $lte: scalar },
  { requiredKeys: [], noNullPrototype: true },
);
const condition = fc.oneof(
  scalar,
  list,
  scalar.map((value) => ({ $eq: value })),
  scalar.map((value) => ({ $ne: value })),
  fc.array(scalar, { maxLength: 3 }).map((values) => ({ $in: values })),
  fc.boolean().map((value) => ({ $exists: value })),
  bounds.filter((value) => Object.keys(value).length > 0),
);
const simple = fc.record({ a: condition, b: condition, c: condition }, { requiredKeys: [], noNullPrototype: true });
const filter = fc.oneof(
  simple,
  fc.array(simple, { minLength: 1, maxLength: 2 }).map((parts) => ({ $and: parts })),
);
const direction = fc.constantFrom(new Int32(1), new Int32(-1));
const sort = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), direction), {
  maxLength: 3,
  selector: ([path]) => path,
});

const indexKeys = [{ a: 1 }, { b: -1 }, { a: 1, b: 1 }, { b: 1, c: -1 }, { c: 1, b: -1, a: 1 }].map((key) => ({
  v: 2,
  key: Object.fromEntries(Object.entries(key).map(([path, order]) => [path, new Int32(order)])),
}));

test('with indexes, a query finds the same documents in the same order as without', { timeout: 60_000 }, () => {
  let run = 0;
  fc.assert(
    fc.property(documents, filter, sort, fc.boolean(), (contents, condition, order, sparse) => {
      run += 1;
      const plain = fill(`plain${run}`, contents, []);
      const indexed = fill(
        `indexed${run}`,
        contents,
        indexKeys.map((index, n) => ({ ...index, name: `index${n}`, sparse })),
      );
      const query = { filter: condition, sort: Object.fromEntries(order), scope: { variables: {} } };
      const found = read(indexed, query);
      expect(new Set(found.map(readId))).toEqual(new Set(read(plain, query).map(readId)));
      const compare = compareBy(parseSort(query.sort));
      expect(found.every((document, index) => index === 0 || compare(found[index - 1], document) <= 0)).toBe(true);
      store.runAtomically(() => [plain, indexed].forEach((collection) => store.catalog.drop(collection)));
    }),
    getPropertyRunOptions(200),
  );
});

function fill(name: string, contents: readonly Document[], indexes: readonly Document[]): CollectionDefinition {
  return store.runAtomically(() => {
    const created = store.catalog.create('test', name, {}, store.advanceSequence());
    for (const index of indexes) store.catalog.addIndex(created, index, store.getSequence());
    const collection = ensurePresent(store.catalog.find('test', name), name);
    for (const [n, fields] of contents.entries()) {
      const after = { _id: new Int32(n), ...fields };
      const change = { before: undefined, after, body: serializeDocument(after) };
      store.writer.put({ collection, rid: store.allocateRid(collection), ...change });
    }
    return collection;
  });
}

function read(collection: CollectionDefinition, query: Query): Document[] {
  return [...toDocuments(runQuery(store.getCurrentView(), collection, query))];
}

function readId(document: Document): number {
  return toNumber(document['_id']);
}
