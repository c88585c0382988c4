import { invariant } from '@coliseum/domain/assert';

/** Several measurements of one thing. */
export type Summary = {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
  /** How many measurements there were. */
  readonly count: number;
};

/** The smallest, middle and largest of at least one finite number. The median of an even count is the mean of the middle two. */
export function summarize(values: readonly number[]): Summary {
  invariant(values.length > 0 && values.every(Number.isFinite), 'measurements are finite, and there is at least one');
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const half = (sorted.length - 1) / 2;
  return {
    minimum: at(0),
    median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    maximum: at(sorted.length - 1),
    count: sorted.length,
  };
}
