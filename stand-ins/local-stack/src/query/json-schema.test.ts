import { Double, Int32, Long, ObjectId } from 'bson';
import { expect, test } from 'vitest';
import { compileJsonSchema } from './json-schema.ts';

test.each([
  [{ bsonType: 'object' }, {}, true],
  [{ bsonType: ['int', 'null'] }, null, true],
  [{ bsonType: 'int' }, new Double(1), false],
  [{ bsonType: 'number' }, Long.fromNumber(1), true],
  [{ type: 'number' }, new Int32(1), true],
  [{ type: 'boolean' }, true, true],
  [{ enum: ['a', null] }, null, true],
  [{ enum: ['a'] }, 'b', false],
  [{ minimum: 0, maximum: 10 }, new Int32(10), true],
  [{ minimum: 0, exclusiveMinimum: true }, new Int32(0), false],
  [{ maximum: 1 }, 'not a number', true],
  [{ minLength: 2 }, 'é', false],
  [{ maxLength: 1 }, '\u{1f600}', true],
  [{ pattern: '^\\d{4}$' }, '2026', true],
  [{ pattern: '^\\d{4}$' }, '26', false],
  [{ items: { bsonType: 'string' } }, ['a', 1], false],
  [{ minItems: 1, uniqueItems: true }, [1, 1], false],
  [{ required: ['a'] }, { b: 1 }, false],
  [{ required: ['a'] }, 'no object', true],
  [{ properties: { a: { bsonType: 'objectId' } } }, { a: new ObjectId() }, true],
  [{ properties: { a: { bsonType: 'objectId' } } }, {}, true],
  [{ properties: { a: {} }, additionalProperties: false }, { a: 1, b: 1 }, false],
  [{ properties: { a: {} }, additionalProperties: { bsonType: 'string' } }, { a: 1, b: 'x' }, true],
  [{ maxProperties: 1 }, { a: 1, b: 1 }, false],
  [{ anyOf: [{ bsonType: 'string' }, { bsonType: 'bool' }] }, true, true],
  [{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }, new Int32(3), false],
  [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, new Int32(2), true],
  [{ not: { bsonType: 'null' } }, null, false],
  [{ title: 'x', description: 'y' }, 1, true],
])('%j takes %j: %s', (schema, value, valid) => {
  expect(compileJsonSchema(schema)(value).length === 0).toBe(valid);
});

test('each broken rule is named with its path', () => {
  const validate = compileJsonSchema({
    required: ['a'],
    properties: { list: { items: { bsonType: 'int' } } },
  });
  expect(validate({ list: [new Int32(1), 'x'] })).toEqual(['required at a', 'bsonType at list.1']);
});

test.each([
  [{ $ref: '#/definitions/x' }],
  [{ patternProperties: {} }],
  [{ dependencies: {} }],
  [{ format: 'date' }],
  [{ required: [] }],
  [{ enum: 'a' }],
  [{ items: [{}] }],
  [{ minLength: 1.5 }],
])('the schema %j is refused', (schema) => {
  expect(() => compileJsonSchema(schema)).toThrow(expect.objectContaining({ codeName: 'FailedToParse' }));
});
