import { createSeededRandom } from '@coliseum/domain/random';
import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import { findFalseClaim, planBadges, SINGLE_PAIR, type WatchedPair } from './find-false-claim.ts';

const plans = {
  full: { seeds: 5, singleSeasons: 2_000, badgeSeasons: 200, byDays: [100, 350, 1_000] },
  quick: { seeds: 2, singleSeasons: 20, badgeSeasons: 2, byDays: [10, 20, 40] },
} as const;
type Plan = (typeof plans)[keyof typeof plans];

const AGENTS = 8;

/** Whether the promises of the claims hold where nobody is better than anybody (scoring.md S9). */
export const scoresBenchmark: Benchmark = {
  name: 'scores',
  description: 'false claims among equal agents, looked at daily, against what is promised',
  run: async ({ effort, say }: BenchmarkContext) => measureFalseClaims(plans[effort], say),
};

type Row = {
  readonly name: string;
  readonly what: string;
  readonly pairs: readonly WatchedPair[];
  readonly seasons: number;
};

function measureFalseClaims(plan: Plan, say: BenchmarkContext['say']): Section {
  const badges = planBadges(AGENTS);
  const rows: readonly Row[] = [
    { name: 'single', what: 'the single 95 % sequence ever wrong', pairs: SINGLE_PAIR, seasons: plan.singleSeasons },
    { name: 'badges', what: `any of ${badges.length} badges ever shown`, pairs: badges, seasons: plan.badgeSeasons },
  ];
  const measured = rows.map((row) => ({ row, batches: simulateBatches(row, plan, say) }));
  return {
    title: 'False claims among equals',
    figures: measured.flatMap(({ row, batches }) => plan.byDays.map((day) => toFigure(row, batches, day))),
    method: [
      'The methodology promises that a single 95 % sequence, looked at every day for ever, is ever wrong in at most 5 % of seasons, and that any badge among eight founding agents and the market is ever shown wrongly in at most 4 %. Here nobody is better than anybody: all forecasters stand equally far from the true chance of each event, on one side or the other, so that every true difference is 0.',
      `Five events a day with chances from 0.05 to 0.95, forecasts off by 0.12 times a normal number, half of the errors of a day to the same side, two outcomes of a day on the same draw three times in ten, 3.5 % of the answers missing. A season has ${plan.byDays.at(-1)} days; the comparisons are those of \`@coliseum/scoring\`.`,
      ...measured.map(({ row, batches }) => describeCounts(row, batches, plan)),
    ],
  };
}

/** By seed, for each season the day of its first false claim, or null. */
type Batches = readonly (readonly (number | null)[])[];

function simulateBatches(
  { name, pairs, seasons }: Row,
  { seeds, byDays }: Plan,
  say: BenchmarkContext['say'],
): Batches {
  return Array.from({ length: seeds }, (_, index) => {
    say(`scores: ${name}, seed ${index + 1} of ${seeds}, ${seasons} seasons`);
    const random = createSeededRandom(toSeed(name, index));
    return Array.from({ length: seasons }, () => findFalseClaim(random, pairs, Math.max(...byDays)));
  });
}

function toFigure({ what, seasons }: Row, batches: Batches, day: number): Figure {
  const shares = batches.map((batch) => (100 * countUntil(batch, day)) / seasons);
  const unit = '% of seasons';
  return {
    what: `${what} by day ${day}`,
    where: `${seasons} seasons a seed`,
    unit,
    summary: summarize(shares),
    ratio: null,
  };
}

function describeCounts({ name, what, seasons }: Row, batches: Batches, { byDays }: Plan): string {
  const counts = byDays.map((day) => `${countUntil(batches.flat(), day)} by day ${day}`).join(', ');
  const seeds = batches.map((_, index) => `\`${toSeed(name, index)}\``).join(', ');
  return `In numbers, ${what}: ${counts}, of ${seasons * batches.length} seasons. Seeds ${seeds}.`;
}

function countUntil(batch: readonly (number | null)[], day: number): number {
  return batch.filter((first) => first !== null && first <= day).length;
}

function toSeed(name: string, index: number): string {
  return `bench/scores/${name}/${index + 1}`;
}
