import { isJsonObject, mapValues, mapObjects, type Json, type JsonObject } from './json.ts';

/** Puts descriptions and examples where tools look for them: on parameters, and on fields that may be null. */
export function liftDescriptions(document: JsonObject): JsonObject {
  return mapValues(document, (value) =>
    mapObjects(value, (node) => liftFromParameter(liftFromNullable(closeTuple(node)))),
  );
}

/** Nothing may follow the two ends of an interval. How long the list is says that too, and tools want to know of what. */
function closeTuple(node: JsonObject): JsonObject {
  const { prefixItems, items } = node;
  return Array.isArray(prefixItems) && items === false ? { ...node, items: prefixItems[0] ?? {} } : node;
}

/** A parameter's description stands beside its schema. */
function liftFromParameter(node: JsonObject): JsonObject {
  const { in: place, schema } = node;
  if (typeof place !== 'string' || !isJsonObject(schema) || schema['description'] === undefined) return node;
  const { description, ...rest } = schema;
  return { ...node, description, schema: rest };
}

/** A field that may be null is a choice between its type and null; what it means is said of the field, not of the type. */
function liftFromNullable(node: JsonObject): JsonObject {
  const [type, ...others] = listChoices(node['anyOf']);
  if (type === undefined || others.length === 0 || others.some((other) => other['type'] !== 'null')) return node;
  const { description, examples, ...rest } = type;
  return {
    ...(description === undefined ? {} : { description }),
    ...(examples === undefined ? {} : { examples }),
    ...node,
    anyOf: [rest, ...others],
  };
}

function listChoices(choices: Json | undefined): readonly JsonObject[] {
  return Array.isArray(choices) ? choices.filter(isJsonObject) : [];
}
