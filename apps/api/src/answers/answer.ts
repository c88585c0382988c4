import type { EncodedBody } from './encoded-body.ts';

/** The answer to one question as of one state of the data. */
export type Answer<T = unknown> = {
  /** What a procedure returned: a value, or that there is nothing with that id. */
  readonly result: T;
  /** The same for REST; null where there is no value. */
  readonly body: EncodedBody | null;
  readonly key: string;
  readonly revision: number;
  readonly progressRevision: number;
  /** In milliseconds since 1970: when a figure changes although nothing is written. */
  readonly validUntilMs: number;
};

/**
 * What makes an answer out of date: a change of public data, also the progress of a match day, or also the time of day,
 * second by second.
 */
export type ChangesWith = 'revision' | 'progress' | 'clock';
