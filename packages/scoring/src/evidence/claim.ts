import { computeEstimate, type Comparison } from './comparison.ts';
import { computeCountdown, type Countdown } from './countdown.ts';
import {
  computeEvidence,
  computeLnEvidence,
  computeSequence,
  type Evidence,
  type Interval,
  type LnEvidence,
  type NoEvidence,
} from './evidence.ts';

/** What a comparison has settled: whether the first is better than the other, worse, or neither yet. */
export type Separable = 'better' | 'worse' | null;

/** The evidence of a comparison that may become a claim. */
export type Claim = Evidence & {
  /** H: how much evidence it needs. */
  readonly threshold: number;
  /** The sequence at H; excludes 0 exactly when `separable` is not null. */
  readonly claim: Interval;
  readonly separable: Separable;
  /** Null once separable, and where there is too little to go by. */
  readonly countdown: Countdown | null;
};

/** How far the evidence of a comparison goes, without what only a page about today shows. */
export type Verdict = Pick<Claim, 'estimate' | 'lnEvidenceBetter' | 'lnEvidenceWorse' | 'claim' | 'separable'>;

/** The only source of "separable", "better than" and "ahead of" (scoring.md S7.4). */
export function computeClaim(comparison: Comparison, threshold: number): Claim | NoEvidence {
  const evidence = computeEvidence(comparison);
  if (evidence.estimate === null) return evidence;
  const separable = decideSeparable(evidence, threshold);
  return {
    ...evidence,
    threshold,
    claim: computeSequence(comparison, threshold),
    separable,
    countdown: separable === null ? computeCountdown(comparison, threshold) : null,
  };
}

/** The same for each day of a history. Null while there is nothing that both answered. */
export function computeVerdict(comparison: Comparison, threshold: number): Verdict | null {
  const estimate = computeEstimate(comparison);
  if (estimate === null) return null;
  const lnEvidence = computeLnEvidence(comparison);
  const claim = computeSequence(comparison, threshold);
  return { estimate, ...lnEvidence, claim, separable: decideSeparable(lnEvidence, threshold) };
}

/** Which way the evidence has reached the threshold, if any. */
export function decideSeparable({ lnEvidenceBetter, lnEvidenceWorse }: LnEvidence, threshold: number): Separable {
  if (lnEvidenceBetter >= Math.log(threshold)) return 'better';
  return lnEvidenceWorse >= Math.log(threshold) ? 'worse' : null;
}
