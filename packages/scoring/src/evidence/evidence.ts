import { computeEstimate, type Comparison } from './comparison.ts';
import { computeLnWealth, findRefutedBelow, type Wealth } from './wealth.ts';

/** 95 % for one comparison at all days together: two sides of 1/40 (scoring.md S7.3). */
const SINGLE_THRESHOLD = 40;

export type Interval = readonly [lower: number, upper: number];

/** Nothing that both answered yet. */
export type NoEvidence = { readonly n: 0; readonly days: 0; readonly estimate: null };

/** What $1 that a sceptic took against "the first is no better" or "… no worse" has become, as a logarithm. */
export type LnEvidence = { readonly lnEvidenceBetter: number; readonly lnEvidenceWorse: number };

/** What the outcomes so far say about one comparison, valid on every day at once. */
export type Evidence = LnEvidence & {
  /** Events that both answered. */
  readonly n: number;
  /** Match days among them. */
  readonly days: number;
  /** The mean difference of the squared errors, −1 to 1; above 0 the first was closer to the truth. */
  readonly estimate: number;
  /** The 95 % sequence for this one comparison; never a badge. */
  readonly single: Interval;
};

/** Computes the evidence of a comparison (scoring.md S7.3). */
export function computeEvidence(comparison: Comparison): Evidence | NoEvidence {
  const estimate = computeEstimate(comparison);
  if (estimate === null) return { n: 0, days: 0, estimate };
  return {
    n: comparison.moments.count,
    days: comparison.moments.days,
    estimate,
    ...computeLnEvidence(comparison),
    single: computeSequence(comparison, SINGLE_THRESHOLD),
  };
}

/** ln W(0) of both directions. */
export function computeLnEvidence(comparison: Comparison): LnEvidence {
  return {
    lnEvidenceBetter: computeLnWealth(toWealth(comparison, 'better'), 0),
    lnEvidenceWorse: computeLnWealth(toWealth(comparison, 'worse'), 0),
  };
}

/**
 * The confidence sequence at a threshold H (scoring.md S7.3): the means that neither direction refutes. It lies in [−1, 1]
 * and holds with probability 1 − 2/H on all days together, whatever the dependence of events within a day.
 */
export function computeSequence(comparison: Comparison, threshold: number): Interval {
  const lower = findRefutedBelow(toWealth(comparison, 'better'), threshold);
  const upper = findRefutedBelow(toWealth(comparison, 'worse'), threshold);
  return [lower, 0 - upper];
}

function toWealth(comparison: Comparison, direction: 'better' | 'worse'): Wealth {
  return { growth: comparison[direction], exposure: comparison.moments.count / comparison.eventsPerDay };
}
