import type { OpenApiMeta } from 'trpc-to-openapi';

type RestPath = {
  /** Under `/api`. */
  readonly path: `/${string}`;
  readonly tag: 'Agents' | 'Arena' | 'Data' | 'Events' | 'Pipeline' | 'Scores';
  readonly summary: string;
  /** What it is for and what to know, in sentences. */
  readonly description: string;
  /** Error statuses of this path in addition to those every path has. */
  readonly errors?: readonly (400 | 404)[];
};

/** Describes the REST path of a procedure. */
export function describeRestPath({ path, tag, summary, description, errors = [] }: RestPath): OpenApiMeta {
  const errorResponses = [...errors, 429, 500, 503];
  const successDescription = summary;
  return {
    openapi: {
      method: 'GET',
      path,
      protect: false,
      tags: [tag],
      summary,
      description,
      successDescription,
      errorResponses,
    },
  };
}
