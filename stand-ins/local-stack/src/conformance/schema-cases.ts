import { type Document, Double, Int32 } from 'mongodb';

/** A schema of the field `v`, and values of it that the validator takes and refuses. */
export type SchemaCase = {
  readonly keyword: string;
  readonly schema: Document;
  readonly accepted: readonly unknown[];
  readonly refused: readonly unknown[];
};

export const SCHEMA_PAGE = 'reference/operator/query/jsonSchema';

/** Every keyword that the manual's page lists and the local stack has. */
export const schemaCases: readonly SchemaCase[] = [
  { keyword: 'bsonType', schema: { bsonType: 'int' }, accepted: [new Int32(1)], refused: [new Double(1.5), '1', null] },
  { keyword: 'bsonType', schema: { bsonType: ['string', 'null'] }, accepted: ['a', null], refused: [1] },
  { keyword: 'bsonType', schema: { bsonType: 'number' }, accepted: [1, 1.5], refused: ['1'] },
  { keyword: 'type', schema: { type: 'string' }, accepted: ['a'], refused: [1] },
  { keyword: 'enum', schema: { enum: ['a', 1] }, accepted: ['a', 1], refused: ['b', [1]] },
  { keyword: 'minimum', schema: { minimum: 2 }, accepted: [2, 3, 'text'], refused: [1.9] },
  { keyword: 'maximum', schema: { maximum: 2 }, accepted: [2, 1], refused: [2.1] },
  { keyword: 'exclusiveMinimum', schema: { minimum: 2, exclusiveMinimum: true }, accepted: [2.1], refused: [2] },
  { keyword: 'exclusiveMaximum', schema: { maximum: 2, exclusiveMaximum: true }, accepted: [1.9], refused: [2] },
  { keyword: 'minLength', schema: { minLength: 2 }, accepted: ['ab', 1], refused: ['a'] },
  { keyword: 'maxLength', schema: { maxLength: 2 }, accepted: ['ab'], refused: ['abc'] },
  { keyword: 'pattern', schema: { pattern: '^a' }, accepted: ['ab', 1], refused: ['ba'] },
  { keyword: 'minItems', schema: { minItems: 1 }, accepted: [[1]], refused: [[]] },
  { keyword: 'maxItems', schema: { maxItems: 1 }, accepted: [[1]], refused: [[1, 2]] },
  { keyword: 'uniqueItems', schema: { uniqueItems: true }, accepted: [[1, 2]], refused: [[1, 1]] },
  { keyword: 'items', schema: { items: { bsonType: 'string' } }, accepted: [['a'], [], 'b'], refused: [['a', 1]] },
  { keyword: 'required', schema: { required: ['x'] }, accepted: [{ x: null }, 1], refused: [{}] },
  {
    keyword: 'properties',
    schema: { properties: { x: { bsonType: 'string' } } },
    accepted: [{ x: 'a' }, { y: 1 }],
    refused: [{ x: 1 }],
  },
  {
    keyword: 'additionalProperties',
    schema: { properties: { x: {} }, additionalProperties: false },
    accepted: [{ x: 1 }],
    refused: [{ x: 1, y: 1 }],
  },
  { keyword: 'minProperties', schema: { minProperties: 1 }, accepted: [{ x: 1 }], refused: [{}] },
  { keyword: 'maxProperties', schema: { maxProperties: 1 }, accepted: [{ x: 1 }], refused: [{ x: 1, y: 1 }] },
  { keyword: 'allOf', schema: { allOf: [{ minimum: 1 }, { maximum: 3 }] }, accepted: [2], refused: [0, 4] },
  { keyword: 'anyOf', schema: { anyOf: [{ bsonType: 'string' }, { minimum: 5 }] }, accepted: ['a', 5], refused: [4] },
  { keyword: 'oneOf', schema: { oneOf: [{ minimum: 1 }, { minimum: 5 }] }, accepted: [2], refused: [0, 6] },
  { keyword: 'not', schema: { not: { bsonType: 'string' } }, accepted: [1], refused: ['a'] },
];

/** Schemas that are wrong in themselves, and the code that `create` refuses them with. */
export const invalidSchemaCases: readonly { readonly schema: Document; readonly code: number }[] = [
  { schema: { unheard: 1 }, code: 9 },
  { schema: { exclusiveMinimum: true }, code: 9 },
  { schema: { minimum: 1, exclusiveMinimum: 0 }, code: 14 },
  { schema: { bsonType: 'string', type: 'string' }, code: 9 },
  { schema: { type: 'integer' }, code: 9 },
  { schema: { required: [] }, code: 9 },
  { schema: { required: ['a', 'a'] }, code: 9 },
  { schema: { required: [1] }, code: 14 },
  { schema: { uniqueItems: 1 }, code: 14 },
  { schema: { title: 5 }, code: 14 },
  { schema: { pattern: 5 }, code: 14 },
  { schema: { minimum: 'x' }, code: 14 },
];
