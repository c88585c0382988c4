import type { Summary } from './statistics.ts';

/** One thing that was measured several times. */
export type Figure = {
  /** The work, such as `insertOne`. */
  readonly what: string;
  /** What did it, such as `local stack`. */
  readonly where: string;
  readonly unit: string;
  readonly summary: Summary;
  /** This median over the median of the same work elsewhere; null where there is nothing to compare with. */
  readonly ratio: { readonly of: string; readonly value: number } | null;
};

/** What a benchmark found, and how. */
export type Section = {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** How it was measured, and what was left out and why: one sentence or more each. */
  readonly method: readonly string[];
};

/** How much is measured. Quick figures show that a benchmark works, and nothing else. */
export type Effort = 'full' | 'quick';

export type BenchmarkContext = {
  readonly effort: Effort;
  /** The root of the repository. */
  readonly root: string;
  /** Makes an empty folder, which is removed when everything is over. */
  readonly makeFolder: () => Promise<string>;
  readonly say: (line: string) => void;
};

export type Benchmark = {
  /** As `--only` takes it. */
  readonly name: string;
  readonly description: string;
  /** Left out unless `--long` or its name asks for it. */
  readonly takesLong?: true;
  readonly run: (context: BenchmarkContext) => Promise<Section>;
};
