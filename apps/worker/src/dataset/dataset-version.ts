import type { WrittenTable } from './write-table.ts';

/** One version of the dataset, as its documents describe it. */
export type DatasetVersion = {
  /** The UTC date on which it was made; later versions of one day get `-2`, `-3` and so on. */
  readonly version: string;
  readonly createdAt: Date;
  /** The revision of the public data that it holds. */
  readonly revision: number;
  readonly tables: readonly WrittenTable[];
  /** Rows of each table in the version before; null for the first. */
  readonly rowsBefore: Readonly<Record<string, number>> | null;
};

/**
 * The form of the files, in semantic versioning: the last figure for corrections of words, the middle one for new tables
 * and columns, the first for anything that an existing program could trip over.
 */
export const DATASET_FORM = '1.0.0';
