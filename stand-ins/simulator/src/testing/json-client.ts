import { z } from 'zod';

const JsonObject = z.record(z.string(), z.unknown());

export type JsonAnswer = { readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> };

/** Reads a URL that answers with a JSON object, whatever the status. */
export async function getJson(url: string): Promise<JsonAnswer> {
  return readAnswer(await fetch(url));
}

/** Posts JSON to a URL that answers with a JSON object. */
export async function postJson(url: string, body: unknown, headers: Record<string, string> = {}): Promise<JsonAnswer> {
  return sendJson('POST', url, body, headers);
}

/** Deletes what a URL names; it answers with a JSON object. */
export async function deleteJson(url: string): Promise<JsonAnswer> {
  return readAnswer(await fetch(url, { method: 'DELETE' }));
}

/** Sends JSON by any method to a URL that answers with a JSON object. */
export async function sendJson(
  method: 'POST' | 'PUT',
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<JsonAnswer> {
  const init = {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return readAnswer(await fetch(url, init));
}

/** The list of objects in a field of an answer. */
export function readObjects(body: Record<string, unknown>, field: string): readonly Record<string, unknown>[] {
  return z.array(JsonObject).parse(body[field]);
}

/** The object in a field of an answer. */
export function readObject(body: Record<string, unknown>, field: string): Record<string, unknown> {
  return JsonObject.parse(body[field]);
}

async function readAnswer(response: Response): Promise<JsonAnswer> {
  return { status: response.status, headers: response.headers, body: JsonObject.parse(await response.json()) };
}
