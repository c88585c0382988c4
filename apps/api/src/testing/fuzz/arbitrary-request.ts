import fc from 'fast-check';
import { getObject, isJsonObject, type Json, type JsonObject } from '../../openapi/json.ts';
import { oddJson, oddText } from './odd-values.ts';

/** A request as it is sent. */
export type FuzzRequest = {
  readonly method: string;
  /** Path and query, encoded or deliberately not. */
  readonly target: string;
  readonly body: string | null;
};

type Parameter = { readonly name: string; readonly isPath: boolean; readonly examples: readonly string[] };
type Operation = { readonly path: string; readonly procedure: string; readonly parameters: readonly Parameter[] };

/** Mostly the right one, so that most requests reach a procedure. */
const METHODS = [
  ...Array<string>(20).fill('GET'),
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'BREW',
];
const LONGEST = 12_000;

/** Requests made from an OpenAPI document: right paths with wrong parameters, wrong paths, wrong methods, at both edges. */
export function arbitraryRequest(document: JsonObject): fc.Arbitrary<FuzzRequest> {
  const operation = fc.constantFrom(...listOperations(document));
  const target = fc.oneof(
    { arbitrary: operation.chain(arbitraryRestTarget), weight: 10 },
    { arbitrary: operation.chain(arbitraryProcedureTarget), weight: 5 },
    { arbitrary: oddText.map((text) => `/api/${encodeURIComponent(toWellFormed(text))}`), weight: 1 },
    {
      arbitrary: fc.constantFrom('/%', '/api/%ff', '/api/events/%c0%af', '/trpc/', '/api//', '/api/events/..'),
      weight: 1,
    },
    {
      arbitrary: fc.integer({ min: 1_000, max: LONGEST }).map((length) => `/api/search?q=${'a'.repeat(length)}`),
      weight: 1,
    },
  );
  const body = fc.option(
    oddJson.map((value) => JSON.stringify(value)),
    { freq: 8 },
  );
  return fc.record({ method: fc.constantFrom(...METHODS), target, body });
}

function listOperations(document: JsonObject): Operation[] {
  return Object.entries(getObject(document, 'paths')).map(([path, item]) => {
    const get = isJsonObject(item) ? getObject(item, 'get') : {};
    const parameters = Array.isArray(get['parameters']) ? get['parameters'].filter(isJsonObject) : [];
    const procedure = typeof get['operationId'] === 'string' ? get['operationId'].replaceAll('-', '.') : '';
    return { path, procedure, parameters: parameters.map(toParameter) };
  });
}

function toParameter(parameter: JsonObject): Parameter {
  const schema = getObject(parameter, 'schema');
  const given = [schema['examples'], schema['enum']].flatMap((list): Json[] => (Array.isArray(list) ? list : []));
  const examples = given.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  const name = typeof parameter['name'] === 'string' ? parameter['name'] : '';
  return { name, isPath: parameter['in'] === 'path', examples };
}

/** A right value now and then, so that what lies behind the first check is reached too. */
function arbitraryValue({ examples }: Parameter): fc.Arbitrary<string> {
  return examples.length === 0 ? oddText : fc.oneof(oddText, fc.constantFrom(...examples));
}

function arbitraryRestTarget({ path, parameters }: Operation): fc.Arbitrary<string> {
  const values = fc.tuple(...parameters.map((parameter) => fc.option(arbitraryValue(parameter), { freq: 2 })));
  const extra = fc.option(fc.tuple(oddText, oddText), { freq: 2 });
  return fc.tuple(values, extra).map(([given, unknown]) => {
    let target = path;
    const query: string[] = [];
    for (const [index, { name, isPath, examples }] of parameters.entries()) {
      const value = given[index] ?? (isPath ? (examples[0] ?? 'x') : null);
      if (value === null) continue;
      if (isPath) target = target.replace(`{${name}}`, () => encode(value));
      else query.push(`${name}=${encode(value)}`);
    }
    if (unknown !== null) query.push(`${encode(unknown[0])}=${encode(unknown[1])}`);
    return `/api${target}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  });
}

function arbitraryProcedureTarget({ procedure, parameters }: Operation): fc.Arbitrary<string> {
  const names = parameters.map(({ name }) => name);
  const fields = fc.dictionary(fc.oneof(fc.constantFrom(...names, '$gt', '__proto__'), oddText), oddJson, {
    maxKeys: 4,
  });
  const input = fc.oneof(fields, oddJson).map((value) => JSON.stringify(value));
  const calls = fc.integer({ min: 1, max: 30 });
  return fc.tuple(fc.oneof(input, oddText), calls, fc.boolean()).map(([text, count, isBatch]) => {
    const path = isBatch ? Array.from({ length: count }, () => procedure).join(',') : procedure;
    return `/trpc/${path}?${isBatch ? 'batch=1&' : ''}input=${encode(text)}`;
  });
}

function encode(text: string): string {
  return encodeURIComponent(toWellFormed(text));
}

/** Half a surrogate pair has no encoding. */
function toWellFormed(text: string): string {
  return text.toWellFormed();
}
