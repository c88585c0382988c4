import { getObject, isJsonObject, mapValues, type Json, type JsonObject } from './json.ts';

type ErrorStatus = {
  readonly code: string;
  readonly meaning: string;
  readonly message: string;
  readonly field?: string;
};

const REQUEST_ID = '3f0b8a54-2f6a-4c3c-9d5e-0d7a1c2b4e6f';

/** Every status that a path can fail with, what it means, and what the answer says. */
const STATUSES: Readonly<Record<string, ErrorStatus>> = {
  400: {
    code: 'BAD_REQUEST',
    meaning: 'A parameter is wrong: `field` names it',
    message: 'limit: Too big: expected number to be <=100',
    field: 'limit',
  },
  404: {
    code: 'NOT_FOUND',
    meaning: 'Nothing has this id, date or name',
    message: 'No event with id 665f1c2e9b3a4d5e6f708192.',
  },
  429: {
    code: 'TOO_MANY_REQUESTS',
    meaning: 'Too many requests from this address: the message says when to try again',
    message: 'Too many requests from this address. Try again in 30 seconds.',
  },
  500: {
    code: 'INTERNAL_SERVER_ERROR',
    meaning: 'A fault of the arena, without any inside: its operator finds it by `request_id`',
    message: 'Something went wrong on our side. Try again in a moment.',
  },
  503: {
    code: 'SERVICE_UNAVAILABLE',
    meaning: 'The records are unavailable: try again in a moment',
    message: 'The records of the arena are unavailable right now. Try again in a moment.',
  },
};

/** Describes each failure of each path by the one form of an error, with an example. `schema` is that form. */
export function describeErrors(document: JsonObject, schema: JsonObject): JsonObject {
  const components = getObject(document, 'components');
  const own = Object.entries(getObject(components, 'schemas')).filter(([name]) => !name.startsWith('error.'));
  return {
    ...document,
    paths: mapValues(getObject(document, 'paths'), (path) => mapOperations(path)),
    components: { ...components, schemas: { ...Object.fromEntries(own), Error: schema } },
  };
}

function mapOperations(path: Json): Json {
  if (!isJsonObject(path)) return path;
  return mapValues(path, (operation) => {
    if (!isJsonObject(operation)) return operation;
    const responses = mapValues(getObject(operation, 'responses'), (response, status) =>
      status === '200' ? response : buildResponse(status),
    );
    return { ...operation, responses };
  });
}

function buildResponse(status: string): JsonObject {
  const entry = STATUSES[status];
  if (entry === undefined) throw new RangeError(`No description of the status ${status}.`);
  const { code, meaning, message, field = null } = entry;
  const schema = { $ref: '#/components/schemas/Error' };
  const example = { code, message, field, request_id: REQUEST_ID };
  return { description: meaning, content: { 'application/json': { schema, example } } };
}
