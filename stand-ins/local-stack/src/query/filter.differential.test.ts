import fc from 'fast-check';
import { Query } from 'mingo';
import { expect, test } from 'vitest';
import { getPropertyRunOptions, readTestScale } from '../testing/test-scale.ts';
import { compileFilter } from './filter.ts';

/** Values that both implementations read alike: mingo has no BSON number types and does not compare NaN. */
const value = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom('', 'a', 'b'), fc.boolean(), fc.constant(null));
const element = fc.oneof(value, fc.record({ b: value }, { requiredKeys: [], noNullPrototype: true }));
const field = fc.oneof(element, fc.array(element, { maxLength: 3 }));
const document = fc.record({ a: field, c: field }, { requiredKeys: [], noNullPrototype: true });

const number = fc.integer({ min: -2, max: 3 });
const present = value.filter((operand) => operand !== null);
const comparison = fc.oneof(
  present,
  number.map((operand) => ({ $gt: operand })),
  number.map((operand) => ({ $lte: operand })),
  fc.constantFrom('a', 'b').map((operand) => ({ $gte: operand })),
  fc.array(present, { minLength: 1, maxLength: 3 }).map((operand) => ({ $in: operand })),
);
const condition = fc.oneof(
  comparison,
  fc.constant(null),
  value.map((operand) => ({ $ne: operand })),
  fc.array(value, { minLength: 1, maxLength: 3 }).map((operand) => ({ $nin: operand })),
  fc.boolean().map((operand) => ({ $exists: operand })),
  fc.integer({ min: 0, max: 3 }).map((operand) => ({ $size: operand })),
  number.map((operand) => ({ $not: { $gt: operand } })),
  number.map((operand) => ({ $elemMatch: { $gte: operand } })),
  fc.constantFrom('^a', 'b$', '[ab]').map((operand) => ({ $regex: operand })),
);
// Through an array of documents, mingo passes its operators an array of what it found, where MongoDB tests each value:
// only cases that do not depend on it are compared.
const simple = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'c'), condition).map(([name, operand]) => ({ [name]: operand })),
  comparison.map((operand) => ({ 'a.b': operand })),
);
const filter = fc.oneof(
  simple,
  fc.array(simple, { minLength: 1, maxLength: 2 }).map((parts) => ({ $and: parts })),
  fc.array(simple, { minLength: 1, maxLength: 2 }).map((parts) => ({ $or: parts })),
  fc.array(simple, { minLength: 1, maxLength: 2 }).map((parts) => ({ $nor: parts })),
);

test(
  'queries find the same documents as mingo, an independent implementation',
  { timeout: 60_000 * readTestScale() },
  () => {
    fc.assert(
      fc.property(document, filter, (candidate, condition) => {
        expect(compileFilter(condition, { variables: {} })(candidate)).toBe(new Query(condition).test(candidate));
      }),
      getPropertyRunOptions(3000),
    );
  },
);
