import type { Row } from '../column.ts';

/** Writes the rows of one table to one file. */
export type RowWriter = {
  /** Appends rows. Resolves when they are on their way to the file and memory for more is free. */
  readonly write: (rows: readonly Row[]) => Promise<void>;
  /** Ends the file. */
  readonly finish: () => Promise<void>;
};
