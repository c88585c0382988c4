import { z } from 'zod';

/** A value of a JSON document. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The document as it is sent: what is undefined is left out. */
export function toJson(document: object): JsonObject {
  return z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(document)));
}

/** Changes every object of a document, the inner ones first. */
export function mapObjects(value: Json, change: (node: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item: Json) => mapObjects(item, change));
  if (!isJsonObject(value)) return value;
  return change(mapValues(value, (inner) => mapObjects(inner, change)));
}

/** Changes every value of an object. */
export function mapValues(node: JsonObject, change: (value: Json, name: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, change(value, name)]));
}

/** The object at a path of names; an empty one where there is none. */
export function getObject(node: JsonObject, ...names: readonly string[]): JsonObject {
  let found: Json | undefined = node;
  for (const name of names) found = isJsonObject(found) ? found[name] : undefined;
  return isJsonObject(found) ? found : {};
}
