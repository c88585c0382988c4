import { type Document, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';
import { expressionCases, expressionDocument } from './expression-cases.ts';
import { agentDocuments, betDocuments, stageCases } from './stage-cases.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  await endpoint.db.collection('agents').insertMany(agentDocuments.map((document) => ({ ...document })));
  await endpoint.db.collection('bets').insertMany(betDocuments.map((document) => ({ ...document })));
});
afterAll(() => endpoint.close());

const withoutId = { $project: { _id: 0 } };

test.each(stageCases)('%s: %s', async (_manual, _behaviour, pipeline, gives) => {
  expect(await endpoint.db.collection('bets').aggregate(pipeline).toArray()).toEqual(gives);
});

test.each(expressionCases)('$manual: $expression gives $gives', async ({ expression, gives }) => {
  const things = endpoint.db.collection(`e${new ObjectId().toHexString()}`);
  await things.insertOne({ ...expressionDocument });
  expect(await things.aggregate([{ $project: { _id: 0, result: expression } }]).toArray()).toEqual([{ result: gives }]);
  expect(await things.countDocuments({ $expr: { $eq: [expression, { $literal: gives }] } })).toBe(1);
});

// Manual: reference/command/aggregate
test('variables of the command reach the pipeline and the filter', async () => {
  const things = endpoint.db.collection('agents');
  const options = { let: { wanted: 2 } };
  const pipeline = [{ $match: { $expr: { $eq: ['$_id', '$$wanted'] } } }, withoutId];
  expect(await things.aggregate(pipeline, options).toArray()).toEqual([{ name: 'Bo' }]);
  expect(await things.find({ $expr: { $eq: ['$_id', '$$wanted'] } }, options).toArray()).toHaveLength(1);
});

// Manual: reference/operator/aggregation/project
test.each([
  [{ 'a.b': 1 }, { _id: 0, a: [{ b: 1 }, {}] }],
  [
    { 'a.b': 0, _id: 0 },
    { a: [{ c: 2 }, { c: 3 }], d: 4 },
  ],
  [
    { _id: 0, d: 1, sum: { $add: ['$d', 1] } },
    { d: 4, sum: 5 },
  ],
  [{ _id: 0, a: { c: 1 } }, { a: [{ c: 2 }, { c: 3 }] }],
])('the projection %j', async (projection, expected) => {
  const things = endpoint.db.collection<Document & { _id: number }>(`p${new ObjectId().toHexString()}`);
  await things.insertOne({ _id: 0, a: [{ b: 1, c: 2 }, { c: 3 }], d: 4 });
  expect(await things.findOne({}, { projection })).toEqual(expected);
});
