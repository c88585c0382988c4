import { BSONRegExp, Double, Int32, Long, ObjectId } from 'bson';
import { expect, test } from 'vitest';
import { CommandError } from '../wire/command-error.ts';
import { compileFilter } from './filter.ts';

const scope = { variables: { limit: new Int32(3) } };
const id = new ObjectId('a'.repeat(24));

test.each([
  // Equality. Source: manual, "Query Documents", "Query an Array", "Query for Null or Missing Fields".
  [{ a: 1 }, { a: new Double(1) }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: [1, 2] }, { a: 2 }, true],
  [{ a: [1, 2] }, { a: [1, 2] }, true],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, false],
  [{ b: 1 }, { a: null }, true],
  [{ a: null }, { a: null }, true],
  [{ a: [] }, { a: null }, false],
  [{ a: { b: [{ c: 1 }, { c: 2 }] } }, { 'a.b.c': 2 }, true],
  [{ a: [{ b: 1 }, {}] }, { 'a.b': null }, true],
  [{ a: [10, 20] }, { 'a.1': 20 }, true],
  [{ _id: id }, { _id: id }, true],
  [{ a: 'Coliseum' }, { a: new BSONRegExp('^coli', 'i') }, true],
  // Comparison: only within one type. Source: manual, "Comparison Query Operators".
  [{ a: 5 }, { a: { $gt: 4, $lt: 6 } }, true],
  [{ a: '5' }, { a: { $gt: 4 } }, false],
  [{ a: [1, 9] }, { a: { $gt: 4, $lt: 6 } }, true],
  [{ a: Long.fromNumber(5) }, { a: { $gte: new Double(5) } }, true],
  [{ a: Number.NaN }, { a: { $lt: 5 } }, false],
  [{ a: Number.NaN }, { a: { $gte: Number.NaN } }, true],
  [{}, { a: { $gte: null } }, true],
  [{}, { a: { $gt: null } }, false],
  [{ a: 1 }, { a: { $ne: 1 } }, false],
  [{ a: [1, 2] }, { a: { $ne: 1 } }, false],
  [{}, { a: { $ne: 1 } }, true],
  [{ a: 2 }, { a: { $in: [1, 2] } }, true],
  [{ a: 'xy' }, { a: { $in: [new BSONRegExp('^x')] } }, true],
  [{}, { a: { $in: [null] } }, true],
  [{ a: [3] }, { a: { $nin: [3] } }, false],
  // Element and array operators.
  [{ a: null }, { a: { $exists: true } }, true],
  [{}, { a: { $exists: false } }, true],
  [{ a: [] }, { 'a.b': { $exists: false } }, true],
  [{ a: [1, 'x'] }, { a: { $type: 'string' } }, true],
  [{ a: new Int32(1) }, { a: { $type: 'number' } }, true],
  [{ a: new Int32(1) }, { a: { $type: ['double', 'long'] } }, false],
  [{ a: [1, 2] }, { a: { $type: 'array' } }, true],
  [{ a: [1, 2] }, { a: { $size: 2 } }, true],
  [{ a: [1, 2] }, { a: { $all: [2, 1] } }, true],
  [{ a: 1 }, { a: { $all: [1] } }, true],
  [{ a: [1] }, { a: { $all: [] } }, false],
  [
    {
      a: [
        { x: 1, y: 2 },
        { x: 2, y: 1 },
      ],
    },
    { a: { $elemMatch: { x: 2, y: 2 } } },
    false,
  ],
  [{ a: [{ x: 1, y: 2 }] }, { a: { $elemMatch: { x: 1, y: 2 } } }, true],
  [{ a: [1, 9] }, { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, false],
  [{ a: 9 }, { a: { $mod: [4, 1] } }, true],
  [{ a: -9 }, { a: { $mod: [4, -1] } }, true],
  [{ a: 1 }, { a: { $not: { $gt: 4 } } }, true],
  [{}, { a: { $not: { $gt: 4 } } }, true],
  [{ a: 'xy' }, { a: { $regex: 'Y$', $options: 'i' } }, true],
  // Logic and expressions.
  [{ a: 1, b: 2 }, { $and: [{ a: 1 }, { b: 2 }] }, true],
  [{ a: 1 }, { $or: [{ a: 2 }, { a: 1 }] }, true],
  [{ a: 1 }, { $nor: [{ a: 2 }, { a: 1 }] }, false],
  [{ a: 1, b: 1 }, { $expr: { $eq: ['$a', '$b'] } }, true],
  [{ a: 2 }, { $expr: { $lt: ['$a', '$$limit'] } }, true],
  [{ a: 1 }, { $jsonSchema: { required: ['b'] } }, false],
  [{ a: 1 }, { $comment: 'why', a: 1 }, true],
])('%j against %j is %s', (document, filter, expected) => {
  expect(compileFilter(filter, scope)(document)).toBe(expected);
});

test.each([
  [{ $where: 'true' }],
  [{ $text: { $search: 'x' } }],
  [{ a: { $near: [1, 2] } }],
  [{ a: { $bitsAllSet: 1 } }],
  [{ a: { $gt: 1, $unheard: 1 } }],
  [{ $or: [] }],
  [{ $and: {} }],
  [{ a: { $in: 1 } }],
  [{ a: { $in: [{ $gt: 1 }] } }],
  [{ a: { $size: -1 } }],
  [{ a: { $size: 1.5 } }],
  [{ a: { $mod: [0, 1] } }],
  [{ a: { $type: 'number?' } }],
  [{ a: { $ne: new BSONRegExp('x') } }],
  [{ a: { $regex: 'x', $options: 'x' } }],
  [{ a: { $options: 'i' } }],
])('%j is refused as a bad value', (filter) => {
  expect(() => compileFilter(filter, scope)).toThrow(expect.objectContaining({ code: 2, codeName: 'BadValue' }));
});

test.each([
  [{ $expr: { $unheard: 1 } }, 'InvalidPipelineOperator'],
  [{ $expr: { $eq: ['$$nobody', 1] } }, 'Location17276'],
  [{ a: new BSONRegExp('(') }, 'Location51091'],
  [{ $jsonSchema: { patternProperties: {} } }, 'FailedToParse'],
])('%j is refused as %s', (filter, codeName) => {
  expect(() => compileFilter(filter, scope)).toThrow(CommandError);
  expect(() => compileFilter(filter, scope)).toThrow(expect.objectContaining({ codeName }));
});
