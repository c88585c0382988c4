/** A whole answer: the body is read. */
export type HttpResponse = { readonly status: number; readonly headers: Headers; readonly text: string };

/** The body as JSON, or undefined when it is not JSON. */
export function readJson(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.text);
  } catch {
    return undefined;
  }
}
