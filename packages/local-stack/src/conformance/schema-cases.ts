import { type Document, Double, Int32 } from 'mongodb';

/** A schema of the field `v`, and values of it that the validator takes and refuses. */
export type SchemaCase = {
  readonly keyword: string;
  readonly schema: Document;
  readonly taken: readonly unknown[];
  readonly refused: readonly unknown[];
};

export const SCHEMA_PAGE = 'reference/operator/query/jsonSchema';

/** Every keyword that the manual's page lists and the local stack has. */
export const schemaCases: readonly SchemaCase[] = [
  { keyword: 'bsonType', schema: { bsonType: 'int' }, taken: [new Int32(1)], refused: [new Double(1.5), '1', null] },
  { keyword: 'bsonType', schema: { bsonType: ['string', 'null'] }, taken: ['a', null], refused: [1] },
  { keyword: 'bsonType', schema: { bsonType: 'number' }, taken: [1, 1.5], refused: ['1'] },
  { keyword: 'type', schema: { type: 'string' }, taken: ['a'], refused: [1] },
  { keyword: 'enum', schema: { enum: ['a', 1] }, taken: ['a', 1], refused: ['b', [1]] },
  { keyword: 'minimum', schema: { minimum: 2 }, taken: [2, 3, 'text'], refused: [1.9] },
  { keyword: 'maximum', schema: { maximum: 2 }, taken: [2, 1], refused: [2.1] },
  { keyword: 'exclusiveMinimum', schema: { minimum: 2, exclusiveMinimum: true }, taken: [2.1], refused: [2] },
  { keyword: 'exclusiveMaximum', schema: { maximum: 2, exclusiveMaximum: true }, taken: [1.9], refused: [2] },
  { keyword: 'minLength', schema: { minLength: 2 }, taken: ['ab', 1], refused: ['a'] },
  { keyword: 'maxLength', schema: { maxLength: 2 }, taken: ['ab'], refused: ['abc'] },
  { keyword: 'pattern', schema: { pattern: '^a' }, taken: ['ab', 1], refused: ['ba'] },
  { keyword: 'minItems', schema: { minItems: 1 }, taken: [[1]], refused: [[]] },
  { keyword: 'maxItems', schema: { maxItems: 1 }, taken: [[1]], refused: [[1, 2]] },
  { keyword: 'uniqueItems', schema: { uniqueItems: true }, taken: [[1, 2]], refused: [[1, 1]] },
  { keyword: 'items', schema: { items: { bsonType: 'string' } }, taken: [['a'], [], 'b'], refused: [['a', 1]] },
  { keyword: 'required', schema: { required: ['x'] }, taken: [{ x: null }, 1], refused: [{}] },
  {
    keyword: 'properties',
    schema: { properties: { x: { bsonType: 'string' } } },
    taken: [{ x: 'a' }, { y: 1 }],
    refused: [{ x: 1 }],
  },
  {
    keyword: 'additionalProperties',
    schema: { properties: { x: {} }, additionalProperties: false },
    taken: [{ x: 1 }],
    refused: [{ x: 1, y: 1 }],
  },
  { keyword: 'minProperties', schema: { minProperties: 1 }, taken: [{ x: 1 }], refused: [{}] },
  { keyword: 'maxProperties', schema: { maxProperties: 1 }, taken: [{ x: 1 }], refused: [{ x: 1, y: 1 }] },
  { keyword: 'allOf', schema: { allOf: [{ minimum: 1 }, { maximum: 3 }] }, taken: [2], refused: [0, 4] },
  { keyword: 'anyOf', schema: { anyOf: [{ bsonType: 'string' }, { minimum: 5 }] }, taken: ['a', 5], refused: [4] },
  { keyword: 'oneOf', schema: { oneOf: [{ minimum: 1 }, { minimum: 5 }] }, taken: [2], refused: [0, 6] },
  { keyword: 'not', schema: { not: { bsonType: 'string' } }, taken: [1], refused: ['a'] },
];

/** Schemas that are wrong in themselves, and the code that `create` refuses them with. */
export const schemaMistakes: readonly { readonly schema: Document; readonly code: number }[] = [
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
