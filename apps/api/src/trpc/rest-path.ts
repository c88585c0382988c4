import type { OpenApiMeta } from 'trpc-to-openapi';

type RestPath = {
  /** Under `/api`. */
  readonly path: `/${string}`;
  readonly tag: 'Agents' | 'Arena' | 'Events';
  readonly summary: string;
  /** What can be wrong with a question, besides what can be wrong with any. */
  readonly errors?: readonly (400 | 404)[];
};

/** Describes the REST path that a procedure is also served at. */
export function describeRestPath({ path, tag, summary, errors = [] }: RestPath): OpenApiMeta {
  const errorResponses = [...errors, 429, 500, 503];
  return { openapi: { method: 'GET', path, protect: false, tags: [tag], summary, errorResponses } };
}
