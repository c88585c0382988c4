import type { SeededRandom } from '@coliseum/domain/random';
import { decideSeparable } from '@coliseum/scoring/claim';
import { planClaims } from '@coliseum/scoring/claim-plan';
import { compareDay } from '@coliseum/scoring/compared-day';
import { addComparedDay, createComparison } from '@coliseum/scoring/comparison';
import { computeLnEvidence } from '@coliseum/scoring/evidence';
import { drawEqualDay } from './draw-equal-day.ts';

/** Two forecasters by their place on a day, and the evidence a claim about them needs. */
export type WatchedPair = { readonly first: number; readonly other: number; readonly threshold: number };

const MARKET = 0;

/** One agent and the market, at the threshold of the single 95 % sequence. */
export const SINGLE_PAIR: readonly WatchedPair[] = [{ first: 1, other: MARKET, threshold: 40 }];

/** Every comparison of eight founding agents that may become a badge, at the thresholds of the methodology. */
export function planBadges(agents: number): readonly WatchedPair[] {
  const ids = Array.from({ length: agents }, (_, index) => String(index + 1));
  const plan = planClaims(ids.map((id) => ({ id, from: '2026-01-05', until: null, founding: true })));
  return [
    ...[...plan.versusCrowd].map(([id, threshold]) => ({ first: Number(id), other: MARKET, threshold })),
    ...plan.pairs.map(({ first, second, threshold }) => ({ first: Number(first), other: Number(second), threshold })),
  ];
}

/** The first day of a season of equals on which any of the pairs is claimed to differ, looked at daily; null if none is. */
export function findFalseClaim(random: SeededRandom, pairs: readonly WatchedPair[], days: number): number | null {
  const forecasters = 1 + Math.max(...pairs.flatMap(({ first, other }) => [first, other]));
  let comparisons = pairs.map((pair) => ({ ...pair, comparison: createComparison(5) }));
  for (let day = 1; day <= days; day += 1) {
    const { rows, values } = drawEqualDay(random, forecasters);
    comparisons = comparisons.map(({ comparison, ...pair }) => {
      const compared = compareDay(rows[pair.first] ?? [], rows[pair.other] ?? [], values);
      return { ...pair, comparison: addComparedDay(comparison, compared) };
    });
    const isClaimed = comparisons.some(
      ({ comparison, threshold }) => decideSeparable(computeLnEvidence(comparison), threshold) !== null,
    );
    if (isClaimed) return day;
  }
  return null;
}
