import type { Effort, Section } from '../benchmark.ts';
import type { Machine } from '../machine.ts';

/** What one call of the benchmarks found, as `--json` prints it. */
export type Report = {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly effort: Effort;
  readonly machine: Machine;
  /** Over the minute before the first benchmark: work of others. */
  readonly loadAverageBefore: number;
  /** Over the minute before the end: work of others and of the last benchmark. */
  readonly loadAverageAfter: number;
  readonly sections: readonly Section[];
  /** Benchmarks that came to no result, with the reason. */
  readonly failures: readonly { readonly name: string; readonly message: string }[];
};
