import { z } from 'zod';
import { describeCount, describeFigure } from './fields.ts';

const pair = (what: string, example: readonly [number, number]) =>
  z.tuple([z.number(), z.number()]).meta({ description: `${what}: lower and upper end`, examples: [[...example]] });

/** An interval of a figure. */
export function describeInterval(what: string, example: readonly [number, number] = [-0.012, 0.018]) {
  return pair(what, example);
}

const CountdownView = z.object({
  z: describeFigure('The gap in standard errors, 0 or more', 1.31),
  needed: describeCount(
    'Match days in all that would settle it if the gap of today were the true one; null for more than ten years',
    350,
  ).nullable(),
  best_case: describeCount('The fewest that the data allow; null for more than ten years', 190).nullable(),
  worst_case: describeCount('The most that the data allow; null for more than ten years', 2_900).nullable(),
});

/** What the outcomes so far say about one comparison, valid on every day at once (scoring.md S7.3 and S7.4). */
export const evidenceFields = {
  events: describeCount('Events that both answered', 137),
  days: describeCount('Match days among them', 30),
  estimate: describeFigure(
    'Mean difference of the squared errors, -1 to 1: above 0 the first was closer to the truth; null without an event',
    0.0031,
  ).nullable(),
  ln_evidence_better: describeFigure(
    'Natural logarithm of what $1 staked against "the first is no better" has become; null without an event',
    0.42,
  ).nullable(),
  ln_evidence_worse: describeFigure(
    'Natural logarithm of what $1 staked against "the first is no worse" has become; null without an event',
    -0.9,
  ).nullable(),
  single: describeInterval('95 % sequence for this comparison alone, never a badge, each end -1 to 1').nullable(),
};

/** A comparison that may become a claim. */
export const claimFields = {
  ...evidenceFields,
  threshold: describeFigure('How much evidence a claim needs, above 1; null without an event', 800).nullable(),
  claim: describeInterval(
    'The sequence at the threshold, each end -1 to 1: it excludes 0 exactly when `separable` is not null',
    [-0.031, 0.037],
  ).nullable(),
  separable: z.enum(['better', 'worse']).nullable().meta({
    description:
      'Whether the first is separably better or worse; null for neither yet. The only ground for saying that one is better',
  }),
  countdown: CountdownView.nullable().meta({
    description: 'How long it may take; null once separable, under thirty days, and where days do not differ',
  }),
};

export const ClaimView = z
  .object(claimFields)
  .meta({ id: 'Claim', description: 'A comparison that may become a claim' });
export type ClaimView = z.infer<typeof ClaimView>;
