import type { Effort, Section } from '../benchmark.ts';
import type { Machine } from '../machine.ts';

/** What one benchmark found, and when. */
export type MeasuredSection = Section & {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Over the minute before the benchmark: work of others. */
  readonly loadAverageBefore: number;
  /** Over the minute before its end: work of others and its own. */
  readonly loadAverageAfter: number;
};

/** What one call of the benchmarks found, as `--json` prints it. */
export type Report = {
  readonly effort: Effort;
  readonly machine: Machine;
  readonly sections: readonly MeasuredSection[];
  /** Benchmarks that came to no result, with the reason. */
  readonly failures: readonly { readonly name: string; readonly message: string }[];
};
