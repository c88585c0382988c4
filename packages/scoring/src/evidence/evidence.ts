import { computeEstimate, type Comparison } from './comparison.ts';
import { computeLnWealth, findRefutedBelow } from './wealth.ts';

/** 95 % for one comparison at all days together: two sides of 1/40 (scoring.md S7.3). */
const SINGLE_THRESHOLD = 40;

export type Interval = readonly [lower: number, upper: number];

/** Nothing that both answered yet. */
export type NoEvidence = { readonly n: 0; readonly days: 0; readonly estimate: null };

/** What the outcomes so far say about one comparison, valid on every day at once. */
export type Evidence = {
  /** Events that both answered. */
  readonly n: number;
  /** Match days among them. */
  readonly days: number;
  /** The mean difference of the squared errors, −1 to 1; above 0 the first was closer to the truth. */
  readonly estimate: number;
  /** What $1 that a sceptic took against "the first is no better" or "… no worse" has become, as a logarithm. */
  readonly lnEvidenceBetter: number;
  readonly lnEvidenceWorse: number;
  /** The 95 % sequence for this one comparison; never a badge. */
  readonly single: Interval;
};

/** Computes the evidence of a comparison (scoring.md S7.3). */
export function computeEvidence(comparison: Comparison): Evidence | NoEvidence {
  const estimate = computeEstimate(comparison);
  if (estimate === null) return { n: 0, days: 0, estimate };
  return {
    n: comparison.count,
    days: comparison.days?.length ?? 0,
    estimate,
    lnEvidenceBetter: computeLnEvidence(comparison, 'better'),
    lnEvidenceWorse: computeLnEvidence(comparison, 'worse'),
    single: computeSequence(comparison, SINGLE_THRESHOLD),
  };
}

/** ln W(0) of one direction. */
function computeLnEvidence(comparison: Comparison, direction: 'better' | 'worse'): number {
  return computeLnWealth(toTest(comparison, direction), 0);
}

/**
 * The confidence sequence at a threshold H (scoring.md S7.3): the means that neither direction refutes. It lies in [−1, 1]
 * and holds with probability 1 − 2/H on all days together, whatever the dependence of events within a day.
 */
export function computeSequence(comparison: Comparison, threshold: number): Interval {
  const lower = findRefutedBelow(toTest(comparison, 'better'), threshold);
  const upper = findRefutedBelow(toTest(comparison, 'worse'), threshold);
  return [lower, 0 - upper];
}

function toTest(comparison: Comparison, direction: 'better' | 'worse') {
  return { growth: comparison[direction], exposure: comparison.count / comparison.eventsPerDay };
}
