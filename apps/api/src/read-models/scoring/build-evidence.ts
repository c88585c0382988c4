import type { SeasonFigures } from '@coliseum/scoring/season-figures';
import type { ClaimView } from '../../views/evidence-view.ts';

/** A comparison as the methodology gives it: with a claim, without one (a baseline's), or without an event. */
export type Comparison = SeasonFigures['versusCrowd'][string];

type EvidenceView = Pick<
  ClaimView,
  'events' | 'days' | 'estimate' | 'ln_evidence_better' | 'ln_evidence_worse' | 'single'
>;

/** What the outcomes say about one comparison. */
export function buildEvidence(comparison: Comparison): EvidenceView {
  const { n: events, days, estimate } = comparison;
  if (estimate === null) {
    return { events, days, estimate, ln_evidence_better: null, ln_evidence_worse: null, single: null };
  }
  const { lnEvidenceBetter, lnEvidenceWorse, single } = comparison;
  return {
    events,
    days,
    estimate,
    ln_evidence_better: lnEvidenceBetter,
    ln_evidence_worse: lnEvidenceWorse,
    single: [...single],
  };
}

/** The same with what it claims; a comparison without an event claims nothing. */
export function buildClaim(comparison: Comparison): ClaimView {
  const evidence = buildEvidence(comparison);
  if (!('threshold' in comparison)) {
    return { ...evidence, threshold: null, claim: null, separable: null, countdown: null };
  }
  const { threshold, claim, separable, countdown } = comparison;
  return {
    ...evidence,
    threshold,
    claim: [...claim],
    separable,
    countdown: countdown && {
      z: countdown.z,
      needed: countdown.needed,
      best_case: countdown.bestCase,
      worst_case: countdown.worstCase,
    },
  };
}

/** A claim with its two sides changed over. */
export function turnClaim(claim: ClaimView): ClaimView {
  return {
    ...claim,
    estimate: claim.estimate === null ? null : 0 - claim.estimate,
    ln_evidence_better: claim.ln_evidence_worse,
    ln_evidence_worse: claim.ln_evidence_better,
    single: turnInterval(claim.single),
    claim: turnInterval(claim.claim),
    separable: claim.separable === null ? null : claim.separable === 'better' ? 'worse' : 'better',
  };
}

function turnInterval(interval: ClaimView['claim']): ClaimView['claim'] {
  return interval === null ? null : [0 - interval[1], 0 - interval[0]];
}
