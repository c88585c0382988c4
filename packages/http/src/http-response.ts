import { cleanOutsideJson } from '@coliseum/domain/outside-text';

/** A whole answer: the body is read. */
export type HttpResponse = { readonly status: number; readonly headers: Headers; readonly text: string };

/** The body as JSON with every text in it clean, or undefined when it is not JSON. */
export function readJson(response: HttpResponse): unknown {
  try {
    return cleanOutsideJson(JSON.parse(response.text));
  } catch {
    return undefined;
  }
}
