import type { Document } from '../values/bson-type.ts';

/** The values known before any document is read: the `let` variables and NOW. */
export type Scope = { readonly variables: Readonly<Record<string, unknown>> };

export type Environment = Scope & {
  readonly root: Document;
  readonly current: unknown;
};

export type Evaluate = (environment: Environment) => unknown;
