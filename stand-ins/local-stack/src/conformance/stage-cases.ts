import type { Document } from 'mongodb';

/** A pipeline over the collections `agents` and `bets`, and what it gives. */
export type StageCase = readonly [manual: string, behaviour: string, pipeline: Document[], gives: readonly unknown[]];

export const agentDocuments: readonly Document[] = [
  { _id: 1, name: 'Ada' },
  { _id: 2, name: 'Bo' },
];

export const betDocuments: readonly Document[] = [
  { agent: 1, stake: 10, tags: ['a', 'b'], won: true },
  { agent: 1, stake: 20, tags: [], won: false },
  { agent: 2, stake: 5, tags: ['b'], won: true },
  { agent: 3, stake: 7 },
];

/** What the manual's page of each stage and accumulator says it does. */
export const stageCases: readonly StageCase[] = [
  [
    'reference/operator/aggregation/match',
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
  ['reference/operator/aggregation/count', 'a count', [{ $match: { won: true } }, { $count: 'n' }], [{ n: 2 }]],
  ['reference/operator/aggregation/count', 'a count of nothing', [{ $match: { won: 7 } }, { $count: 'n' }], []],
  [
    'reference/operator/aggregation/group',
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
  [
    'reference/operator/aggregation/count-accumulator',
    'a group over everything',
    [{ $group: { _id: null, n: { $count: {} } } }],
    [{ _id: null, n: 4 }],
  ],
  [
    'reference/operator/aggregation/group',
    'a group by a compound key',
    [{ $group: { _id: { won: '$won' } } }, { $sort: { _id: 1 } }],
    [{ _id: {} }, { _id: { won: false } }, { _id: { won: true } }],
  ],
  [
    'reference/operator/aggregation/unwind',
    '$unwind',
    [{ $match: { agent: 1 } }, { $unwind: '$tags' }, { $project: { _id: 0, tags: 1 } }],
    [{ tags: 'a' }, { tags: 'b' }],
  ],
  [
    'reference/operator/aggregation/unwind',
    '$unwind that keeps empty arrays',
    [
      { $match: { agent: { $ne: 3 } } },
      { $unwind: { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { _id: 0, tags: 1, i: 1 } },
    ],
    [{ tags: 'a', i: 0 }, { tags: 'b', i: 1 }, { i: null }, { tags: 'b', i: 0 }],
  ],
  [
    'reference/operator/aggregation/sortByCount',
    '$sortByCount',
    [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
    [
      { _id: 'b', count: 2 },
      { _id: 'a', count: 1 },
    ],
  ],
  [
    'reference/operator/aggregation/lookup',
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
    'reference/operator/aggregation/lookup',
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
    'reference/operator/aggregation/replaceRoot',
    '$replaceRoot',
    [{ $limit: 1 }, { $replaceRoot: { newRoot: { double: { $multiply: ['$stake', 2] } } } }],
    [{ double: 20 }],
  ],
  [
    'reference/operator/aggregation/set',
    '$set adds and replaces',
    [
      { $match: { stake: 5 } },
      { $set: { stake: { $add: ['$stake', 1] }, x: 1 } },
      { $project: { _id: 0, stake: 1, x: 1 } },
    ],
    [{ stake: 6, x: 1 }],
  ],
  [
    'reference/operator/aggregation/addFields',
    '$addFields into a document',
    [{ $match: { stake: 5 } }, { $addFields: { 'deep.er': '$stake' } }, { $project: { _id: 0, deep: 1 } }],
    [{ deep: { er: 5 } }],
  ],
  [
    'reference/operator/aggregation/unset',
    '$unset takes fields away',
    [{ $match: { stake: 7 } }, { $unset: ['_id', 'agent'] }],
    [{ stake: 7 }],
  ],
  [
    'reference/operator/aggregation/replaceWith',
    '$replaceWith',
    [{ $match: { stake: 7 } }, { $replaceWith: { only: '$stake' } }],
    [{ only: 7 }],
  ],
  [
    'reference/operator/aggregation/project',
    '$project computes and removes',
    [{ $match: { stake: 7 } }, { $project: { _id: 0, twice: { $multiply: ['$stake', 2] }, agent: '$$REMOVE' } }],
    [{ twice: 14 }],
  ],
  [
    'reference/operator/aggregation/addToSet',
    '$addToSet keeps one of each',
    [{ $group: { _id: null, won: { $addToSet: '$won' } } }, { $project: { _id: 0, n: { $size: '$won' } } }],
    [{ n: 2 }],
  ],
  [
    'reference/operator/aggregation/last',
    '$last in the order asked for',
    [{ $sort: { stake: 1 } }, { $group: { _id: null, top: { $last: '$stake' } } }],
    [{ _id: null, top: 20 }],
  ],
  [
    'reference/operator/aggregation/mergeObjects',
    '$mergeObjects over a group',
    [
      { $sort: { stake: 1 } },
      { $group: { _id: '$agent', all: { $mergeObjects: { won: '$won' } } } },
      { $match: { _id: 1 } },
    ],
    [{ _id: 1, all: { won: false } }],
  ],
];
