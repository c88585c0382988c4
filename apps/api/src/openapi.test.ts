import { expect, test } from 'vitest';
import { buildOpenApiDocument } from './openapi.ts';
import { getObject, isJsonObject, type Json, type JsonObject } from './openapi/json.ts';

const document = buildOpenApiDocument();
const schemas = getObject(document, 'components', 'schemas');

const operations = Object.entries(getObject(document, 'paths')).map(
  ([path, item]) => [path, isJsonObject(item) ? getObject(item, 'get') : {}] as const,
);

/** The names of all fields of a schema that say nothing about themselves. */
function listSilent(schema: Json | undefined, place: string): string[] {
  if (!isJsonObject(schema)) return [];
  const choices = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
  const fields = Object.entries(getObject(schema, 'properties'));
  return [
    ...fields.filter(([, field]) => !isDescribed(field)).map(([name]) => `${place}.${name}`),
    ...fields.flatMap(([name, field]) => listSilent(field, `${place}.${name}`)),
    ...choices.flatMap((choice: Json) => listSilent(choice, place)),
    ...listSilent(schema['items'], `${place}[]`),
  ];
}

function isDescribed(field: Json): boolean {
  if (!isJsonObject(field)) return false;
  return typeof field['description'] === 'string' || typeof field['$ref'] === 'string';
}

test('the OpenAPI document matches the reviewed fixture', async () => {
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../fixtures/openapi.json');
});

test('no path requires a login', () => {
  expect(JSON.stringify(document['paths'])).not.toContain('"401"');
});

test('every field of every answer says what it is', () => {
  expect(Object.entries(schemas).flatMap(([name, schema]) => listSilent(schema, name))).toEqual([]);
});

test.each(operations)('%s says what it is for, what its parameters are and what an answer looks like', (_path, get) => {
  expect(get).toMatchObject({ summary: expect.any(String), description: expect.stringMatching(/\.$/) });
  const parameters: readonly Json[] = Array.isArray(get['parameters']) ? get['parameters'] : [];
  for (const parameter of parameters) expect(parameter).toMatchObject({ description: expect.any(String) });
  expect(getObject(get, 'responses', '200', 'content', 'application/json')).toHaveProperty('example');
});

test.each(operations)('every failure of %s has the one form of an error, and an example', (_path, get) => {
  const failures = Object.entries(getObject(get, 'responses')).filter(([status]) => status !== '200');
  expect(failures.map(([status]) => status)).toEqual(expect.arrayContaining(['429', '500', '503']));
  for (const [, failure] of failures) expect(failure).toMatchObject(describesError);
});

const describesError: JsonObject & object = {
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};
