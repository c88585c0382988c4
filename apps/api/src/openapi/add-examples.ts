import { getObject, isJsonObject, mapValues, type Json, type JsonObject } from './json.ts';

const REFERENCE = '#/components/schemas/';

/** Gives the success of each path an example, made of the examples of its fields. */
export function addExamples(document: JsonObject): JsonObject {
  const schemas = getObject(document, 'components', 'schemas');
  const addToOperation = (operation: Json): Json => {
    if (!isJsonObject(operation)) return operation;
    const responses = getObject(operation, 'responses');
    const media = getObject(responses, '200', 'content', 'application/json');
    const content = { 'application/json': { ...media, example: buildExample(getObject(media, 'schema'), schemas) } };
    return { ...operation, responses: { ...responses, 200: { ...getObject(responses, '200'), content } } };
  };
  const paths = mapValues(getObject(document, 'paths'), (path) =>
    isJsonObject(path) ? mapValues(path, addToOperation) : path,
  );
  return { ...document, paths };
}

/** An example of a schema. Throws a `RangeError` for a field that has none. */
function buildExample(schema: JsonObject, schemas: JsonObject): Json {
  const { $ref, examples, enum: values, const: constant, anyOf, type, properties, items } = schema;
  if (typeof $ref === 'string') return buildExample(getObject(schemas, $ref.slice(REFERENCE.length)), schemas);
  const given = [first(examples), constant, first(values)].find((value) => value !== undefined);
  if (given !== undefined) return given;
  const choice = first(anyOf);
  if (isJsonObject(choice)) return buildExample(choice, schemas);
  if (isJsonObject(items)) return [buildExample(items, schemas)];
  if (type === 'object') {
    return mapValues(getObject(schema, 'properties'), (field) =>
      isJsonObject(field) ? buildExample(field, schemas) : field,
    );
  }
  throw new RangeError(`No example of ${JSON.stringify({ type, properties, ...schema })}.`);
}

function first(list: Json | undefined): Json | undefined {
  return Array.isArray(list) ? list[0] : undefined;
}
