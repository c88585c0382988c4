import { type Document, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  await endpoint.db.collection<Document & { _id: number }>('agents').insertMany([
    { _id: 1, name: 'Ada' },
    { _id: 2, name: 'Bo' },
  ]);
  await endpoint.db.collection('bets').insertMany([
    { agent: 1, stake: 10, tags: ['a', 'b'], won: true },
    { agent: 1, stake: 20, tags: [], won: false },
    { agent: 2, stake: 5, tags: ['b'], won: true },
    { agent: 3, stake: 7 },
  ]);
});
afterAll(() => endpoint.close());

function bets(pipeline: object[]) {
  return endpoint.db.collection('bets').aggregate(pipeline).toArray();
}

/** One branch of a `$switch`, made without an object literal that has a `then`: that would look like a promise. */
function branch(...values: readonly [condition: unknown, result: unknown]): object {
  return Object.fromEntries(['case', 'then'].map((name, index) => [name, values[index]]));
}

const withoutId = { $project: { _id: 0 } };

test.each([
  [
    '$match, $sort, $skip and $limit',
    [
      { $match: { stake: { $gt: 5 } } },
      { $sort: { stake: -1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { _id: 0, stake: 1 } },
    ],
    [{ stake: 10 }],
  ],
  ['a count', [{ $match: { won: true } }, { $count: 'n' }], [{ n: 2 }]],
  ['a count of nothing', [{ $match: { won: 7 } }, { $count: 'n' }], []],
  [
    'groups with accumulators',
    [
      {
        $group: {
          _id: '$agent',
          sum: { $sum: '$stake' },
          mean: { $avg: '$stake' },
          least: { $min: '$stake' },
          most: { $max: '$stake' },
          n: { $sum: 1 },
          first: { $first: '$won' },
          all: { $push: '$won' },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 1, sum: 30, mean: 15, least: 10, most: 20, n: 2, first: true, all: [true, false] },
      { _id: 2, sum: 5, mean: 5, least: 5, most: 5, n: 1, first: true, all: [true] },
      { _id: 3, sum: 7, mean: 7, least: 7, most: 7, n: 1, first: null, all: [] },
    ],
  ],
  ['a group over everything', [{ $group: { _id: null, n: { $count: {} } } }], [{ _id: null, n: 4 }]],
  [
    'a group by a compound key',
    [{ $group: { _id: { won: '$won' } } }, { $sort: { _id: 1 } }],
    [{ _id: {} }, { _id: { won: false } }, { _id: { won: true } }],
  ],
  [
    '$unwind',
    [{ $match: { agent: 1 } }, { $unwind: '$tags' }, { $project: { _id: 0, tags: 1 } }],
    [{ tags: 'a' }, { tags: 'b' }],
  ],
  [
    '$unwind that keeps empty arrays',
    [
      { $match: { agent: { $ne: 3 } } },
      { $unwind: { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { _id: 0, tags: 1, i: 1 } },
    ],
    [{ tags: 'a', i: 0 }, { tags: 'b', i: 1 }, { i: null }, { tags: 'b', i: 0 }],
  ],
  [
    '$sortByCount',
    [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
    [
      { _id: 'b', count: 2 },
      { _id: 'a', count: 1 },
    ],
  ],
  [
    '$lookup by equality',
    [
      { $match: { stake: { $in: [5, 7] } } },
      { $sort: { stake: 1 } },
      { $lookup: { from: 'agents', localField: 'agent', foreignField: '_id', as: 'by' } },
      { $project: { _id: 0, stake: 1, by: 1 } },
    ],
    [
      { stake: 5, by: [{ _id: 2, name: 'Bo' }] },
      { stake: 7, by: [] },
    ],
  ],
  [
    '$lookup with variables and a pipeline',
    [
      { $match: { stake: 20 } },
      {
        $lookup: {
          from: 'agents',
          let: { who: '$agent' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$who'] } } }, { $project: { _id: 0 } }],
          as: 'by',
        },
      },
      { $project: { _id: 0, by: 1 } },
    ],
    [{ by: [{ name: 'Ada' }] }],
  ],
  [
    '$replaceRoot',
    [{ $limit: 1 }, { $replaceRoot: { newRoot: { double: { $multiply: ['$stake', 2] } } } }],
    [{ double: 20 }],
  ],
])('%s', async (_name, pipeline, expected) => {
  expect(await bets(pipeline)).toEqual(expected);
});

test.each([
  [{ $add: ['$n', 1] }, 8],
  [{ $subtract: ['$n', 10] }, -3],
  [{ $divide: ['$n', 2] }, 3.5],
  [{ $add: ['$n', '$missing'] }, null],
  [{ $cond: [{ $gt: ['$n', 5] }, 'big', 'small'] }, 'big'],
  [{ $switch: { branches: [branch(false, 1), branch({ $gt: ['$n', 6] }, 2)], default: 3 } }, 2],
  [{ $ifNull: ['$missing', null, 'x'] }, 'x'],
  [{ $concat: ['$s', '-', '$s'] }, 'ab-ab'],
  [{ $toUpper: '$s' }, 'AB'],
  [{ $size: '$list' }, 3],
  [{ $arrayElemAt: ['$list', -1] }, 3],
  [{ $in: [2, '$list'] }, true],
  [{ $map: { input: '$list', as: 'x', in: { $multiply: ['$$x', '$$x'] } } }, [1, 4, 9]],
  [{ $filter: { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } } }, [2, 3]],
  [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
  [{ $let: { vars: { x: '$n' }, in: { $add: ['$$x', '$$x'] } } }, 14],
  [{ $sortArray: { input: { $setUnion: ['$list', [9, 1]] }, sortBy: -1 } }, [9, 3, 2, 1]],
  [{ $concatArrays: ['$list', [4]] }, [1, 2, 3, 4]],
  [{ $mergeObjects: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
  [{ $sum: '$list' }, 6],
  [{ $max: ['$n', 9] }, 9],
  [{ $literal: '$n' }, '$n'],
  [{ $type: '$missing' }, 'missing'],
  [{ $cmp: ['$n', 'text'] }, -1],
  [{ $not: ['$missing'] }, true],
  ['$docs.v', [1, 2]],
])('the expression %j', async (expression, expected) => {
  const things = endpoint.db.collection(`e${new ObjectId().toHexString()}`);
  await things.insertOne({ n: 7, s: 'ab', list: [1, 2, 3], docs: [{ v: 1 }, { v: 2 }, {}] });
  expect(await things.aggregate([{ $project: { _id: 0, result: expression } }]).toArray()).toEqual([
    { result: expected },
  ]);
});

test('variables of the command reach the pipeline and the filter', async () => {
  const things = endpoint.db.collection('agents');
  const options = { let: { wanted: 2 } };
  const pipeline = [{ $match: { $expr: { $eq: ['$_id', '$$wanted'] } } }, withoutId];
  expect(await things.aggregate(pipeline, options).toArray()).toEqual([{ name: 'Bo' }]);
  expect(await things.find({ $expr: { $eq: ['$_id', '$$wanted'] } }, options).toArray()).toHaveLength(1);
});

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
