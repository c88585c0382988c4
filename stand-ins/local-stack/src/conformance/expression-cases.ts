/** An expression over `expressionDocument`, and what it gives. */
export type ExpressionCase = { readonly manual: string; readonly expression: unknown; readonly gives: unknown };

export const expressionDocument = { n: 7, s: 'ab', list: [1, 2, 3], docs: [{ v: 1 }, { v: 2 }, {}], at: new Date(0) };

const operator = (page: string): string => `reference/operator/aggregation/${page}`;

/** An object with a `then`, made without a literal: that would look like a promise. */
function zipObject(names: readonly string[], values: readonly unknown[]): object {
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

const branch = (...values: readonly [condition: unknown, result: unknown]): object =>
  zipObject(['case', 'then'], values);
const condition = (...values: readonly [test: unknown, yes: unknown, no: unknown]): object =>
  zipObject(['if', 'then', 'else'], values);

/** What the manual's page of each operator says it gives. */
export const expressionCases: readonly ExpressionCase[] = [
  { manual: operator('add'), expression: { $add: ['$n', 1] }, gives: 8 },
  { manual: operator('subtract'), expression: { $subtract: ['$n', 10] }, gives: -3 },
  { manual: operator('divide'), expression: { $divide: ['$n', 2] }, gives: 3.5 },
  { manual: operator('add'), expression: { $add: ['$n', '$missing'] }, gives: null },
  { manual: operator('cond'), expression: { $cond: [{ $gt: ['$n', 5] }, 'big', 'small'] }, gives: 'big' },
  {
    manual: operator('switch'),
    expression: { $switch: { branches: [branch(false, 1), branch({ $gt: ['$n', 6] }, 2)], default: 3 } },
    gives: 2,
  },
  { manual: operator('ifNull'), expression: { $ifNull: ['$missing', null, 'x'] }, gives: 'x' },
  { manual: operator('concat'), expression: { $concat: ['$s', '-', '$s'] }, gives: 'ab-ab' },
  { manual: operator('toUpper'), expression: { $toUpper: '$s' }, gives: 'AB' },
  { manual: operator('size'), expression: { $size: '$list' }, gives: 3 },
  { manual: operator('arrayElemAt'), expression: { $arrayElemAt: ['$list', -1] }, gives: 3 },
  { manual: operator('in'), expression: { $in: [2, '$list'] }, gives: true },
  {
    manual: operator('map'),
    expression: { $map: { input: '$list', as: 'x', in: { $multiply: ['$$x', '$$x'] } } },
    gives: [1, 4, 9],
  },
  {
    manual: operator('filter'),
    expression: { $filter: { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } } },
    gives: [2, 3],
  },
  {
    manual: operator('reduce'),
    expression: { $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
    gives: 6,
  },
  { manual: operator('let'), expression: { $let: { vars: { x: '$n' }, in: { $add: ['$$x', '$$x'] } } }, gives: 14 },
  {
    manual: operator('sortArray'),
    expression: { $sortArray: { input: { $setUnion: ['$list', [9, 1]] }, sortBy: -1 } },
    gives: [9, 3, 2, 1],
  },
  { manual: operator('concatArrays'), expression: { $concatArrays: ['$list', [4]] }, gives: [1, 2, 3, 4] },
  { manual: operator('mergeObjects'), expression: { $mergeObjects: [{ a: 1 }, { b: 2 }] }, gives: { a: 1, b: 2 } },
  { manual: operator('sum'), expression: { $sum: '$list' }, gives: 6 },
  { manual: operator('max'), expression: { $max: ['$n', 9] }, gives: 9 },
  { manual: operator('literal'), expression: { $literal: '$n' }, gives: '$n' },
  { manual: operator('type'), expression: { $type: '$missing' }, gives: 'missing' },
  { manual: operator('cmp'), expression: { $cmp: ['$n', 'text'] }, gives: -1 },
  { manual: operator('not'), expression: { $not: ['$missing'] }, gives: true },
  { manual: 'core/aggregation-pipeline', expression: '$docs.v', gives: [1, 2] },
  { manual: operator('add'), expression: { $add: ['$at', 1000] }, gives: new Date(1000) },
  { manual: operator('subtract'), expression: { $subtract: ['$at', new Date(-5)] }, gives: 5 },
  { manual: operator('multiply'), expression: { $multiply: ['$n', 2, 3] }, gives: 42 },
  { manual: operator('multiply'), expression: { $multiply: ['$n', null] }, gives: null },
  { manual: operator('abs'), expression: { $abs: -7 }, gives: 7 },
  { manual: operator('eq'), expression: { $eq: ['$n', 7] }, gives: true },
  { manual: operator('ne'), expression: { $ne: ['$n', '7'] }, gives: true },
  { manual: operator('gt'), expression: { $gt: ['$s', '$n'] }, gives: true },
  { manual: operator('gte'), expression: { $gte: ['$n', 7] }, gives: true },
  { manual: operator('lt'), expression: { $lt: ['$missing', null] }, gives: true },
  { manual: operator('lte'), expression: { $lte: ['$list', '$n'] }, gives: false },
  { manual: operator('and'), expression: { $and: ['$n', '$s', 0] }, gives: false },
  { manual: operator('and'), expression: { $and: [] }, gives: true },
  { manual: operator('or'), expression: { $or: [] }, gives: false },
  { manual: operator('or'), expression: { $or: ['$missing', '$n'] }, gives: true },
  { manual: operator('cond'), expression: { $cond: condition('$missing', 1, 2) }, gives: 2 },
  { manual: operator('concat'), expression: { $concat: ['$s', '$missing'] }, gives: null },
  { manual: operator('toLower'), expression: { $toLower: 'AbÄ' }, gives: 'abÄ' },
  { manual: operator('first-array-element'), expression: { $first: '$list' }, gives: 1 },
  { manual: operator('last-array-element'), expression: { $last: '$list' }, gives: 3 },
  { manual: operator('isArray'), expression: { $isArray: ['$list'] }, gives: true },
  { manual: operator('min'), expression: { $min: '$list' }, gives: 1 },
  {
    manual: operator('setUnion'),
    expression: {
      $size: {
        $setUnion: [
          [1, 2],
          [2, 3],
        ],
      },
    },
    gives: 3,
  },
  {
    manual: operator('filter'),
    expression: { $filter: { input: '$list', cond: { $gt: ['$$this', 1] }, limit: 1 } },
    gives: [2],
  },
  { manual: operator('arrayElemAt'), expression: { $size: { $ifNull: [{ $arrayElemAt: [[[1]], 0] }, []] } }, gives: 1 },
];
