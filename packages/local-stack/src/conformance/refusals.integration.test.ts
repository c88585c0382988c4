import { Int32 } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  await endpoint.db.collection('c').insertOne({ a: 1, list: [1] });
});
afterAll(() => endpoint.close());

// Codes that MongoDB's manual and server give for what nobody knows: the same on any server.
test.each([
  [{ unheard: 1 }, 59, 'CommandNotFound'],
  [{ find: 'c', unheard: 1 }, 40415, undefined],
  [{ insert: 'c', documents: [{ a: 1 }], unheard: 1 }, 40415, undefined],
  [{ update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, unheard: 1 }] }, 40415, undefined],
  [{ delete: 'c', deletes: [{ q: {}, limit: 1, unheard: 1 }] }, 40415, undefined],
  [{ aggregate: 'c', pipeline: [{ $unheard: 1 }], cursor: {} }, 40324, 'Location40324'],
  [{ aggregate: 'c', pipeline: [{ $match: {}, $limit: new Int32(1) }], cursor: {} }, 40323, 'Location40323'],
  [{ aggregate: 'c', pipeline: [] }, 9, 'FailedToParse'],
  [{ aggregate: 'c', pipeline: [{ $project: { x: { $unheard: 1 } } }], cursor: {} }, undefined, undefined],
  [{ find: 'c', filter: { a: { $unheard: 1 } } }, 2, 'BadValue'],
  [{ find: 'c', filter: { $unheard: 1 } }, 2, 'BadValue'],
  [{ find: 'c', filter: 'x' }, 14, 'TypeMismatch'],
  [{ find: 'c', sort: { a: 2 } }, undefined, undefined],
  [{ find: 'c', limit: -1 }, 51024, 'Location51024'],
  [{ find: 'c', hint: 'nobody' }, 2, 'BadValue'],
  [{ find: '' }, 73, 'InvalidNamespace'],
  [{ insert: 'c', documents: [] }, 16, 'InvalidLength'],
  [{ collMod: 'nobody', validator: {} }, 26, 'NamespaceNotFound'],
  [{ listIndexes: 'nobody' }, 26, 'NamespaceNotFound'],
  [{ dropIndexes: 'c', index: 'nobody' }, 27, 'IndexNotFound'],
  [{ dropIndexes: 'c', index: '_id_' }, 72, 'InvalidOptions'],
  [{ commitTransaction: 1 }, undefined, undefined],
])('%j is refused with %s %s', async (command, code, codeName) => {
  const failure = await failureOf(endpoint.db.command(command));
  expect(failure).toMatchObject({ ok: 0, ...(code && { code }), ...(codeName && { codeName }) });
});

test.each([
  [{ q: {}, u: { $set: { a: 1 }, $inc: { a: 1 } } }, 40],
  [{ q: {}, u: { $unheard: { a: 1 } } }, 9],
  [{ q: {}, u: { $set: { _id: 9 } } }, 66],
  [{ q: {}, u: { $inc: { list: 1 } } }, 14],
  [{ q: {}, u: { $set: { 'a.b': 1 } } }, 28],
  [{ q: {}, u: { b: 1 }, multi: true }, 9],
])('the update %j is a write error with code %s', async (statement, code) => {
  const reply = await endpoint.db.command({ update: 'c', updates: [statement] });
  expect(reply).toMatchObject({ n: 0, writeErrors: [{ index: 0, code }] });
});

// What MongoDB can do and the local stack cannot: an error, never another answer than MongoDB's.
test
  .skipIf(process.env['MONGODB_URL'] !== undefined)
  .each([
    [{ find: 'c', collation: { locale: 'de' } }],
    [{ find: 'c', tailable: true }],
    [{ find: 'c', min: { a: 1 } }],
    [{ find: 'c', projection: { list: { $slice: 1 } } }],
    [{ find: 'c', filter: { $where: 'true' } }],
    [{ create: 'capped', capped: true, size: 1000 }],
    [{ create: 'view', viewOn: 'c', pipeline: [] }],
    [{ createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'x' }] }],
    [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', expireAfterSeconds: 5 }] }],
    [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', collation: { locale: 'de' } }] }],
    [{ aggregate: 'c', pipeline: [{ $out: 'd' }], cursor: {} }],
    [{ aggregate: 'c', pipeline: [{ $facet: {} }], cursor: {} }],
    [{ findAndModify: 'c', query: {}, update: { $set: { 'list.$[x]': 1 } }, arrayFilters: [{ x: 1 }] }],
    [{ find: 'c', readConcern: { level: 'snapshot' } }],
    [{ insert: 'c', documents: [{ a: 1 }], writeConcern: { w: 2 } }],
    [{ explain: { find: 'c' } }],
  ])('%j is not supported, and says so', async (command) => {
  expect(await failureOf(endpoint.db.command(command))).toMatchObject({ ok: 0 });
  expect(await endpoint.db.collection('c').countDocuments()).toBe(1);
});

test('a mistake in a query is told even where there is nothing to find', async () => {
  const failure = await failureOf(
    endpoint.db
      .collection('empty')
      .find({ a: { $unheard: 1 } })
      .toArray(),
  );
  expect(failure).toMatchObject({ code: 2 });
});
