import { ensurePresent } from '@coliseum/domain/assert';
import { toLockTime } from '@coliseum/domain/match-date';
import { expect, test } from 'vitest';
import { createInventedUniverse } from '../invented/invented-universe.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import { getQuoteAt } from '../market/quote-at.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { documentedSlugs } from '../testing/documented-slugs.ts';
import { listTestDates } from '../testing/invented-markets.ts';
import { decideBet } from './decide-bet.ts';
import { getModelMind } from './model-minds.ts';

const START_DOLLARS = 100_000;
const SEASONS = 30;

type Bet = { readonly profit: number; readonly stake: number };

function computeMidpoint(market: SimulatedMarket, date: string): number {
  const { bidMicros, askMicros } = getQuoteAt(market, toLockTime(date).getTime());
  return ((bidMicros ?? 0) + (askMicros ?? 0)) / 2_000_000;
}

/** One bet under gross-7; null when the model passes or nobody can be paid. */
function playBet(
  seed: string,
  slug: string,
  market: SimulatedMarket,
  lockedPrice: number,
  bankroll: number,
): Bet | null {
  const { ticker, latentProbability, outcome } = market;
  const situation = {
    seed,
    slug,
    mind: getModelMind(slug),
    ticker,
    latentProbability,
    lockedPrice,
    personaName: 'Scenario Planner',
  };
  const { decision, amount } = decideBet({ ...situation, maxStakeDollars: bankroll / 10 });
  if (decision === 'ABSTAIN' || outcome.kind === 'unresolvable') return null;
  const value = outcome.valueMicros / 1_000_000;
  const [price, paid] = decision === 'YES' ? [lockedPrice, value] : [1 - lockedPrice, 1 - value];
  return { stake: amount, profit: (0.93 * amount * paid) / price - amount };
}

/** Thirty days of the first market of five events a day; the bankroll of each model at the end. */
function playSeason(seed: string, universe: MarketUniverse): ReadonlyMap<string, number> {
  const bankrolls = new Map(documentedSlugs.map((slug) => [slug, START_DOLLARS]));
  for (const date of listTestDates(30)) {
    const matches = universe
      .listEventsOfDay(date)
      .slice(0, 5)
      .map((event) => ensurePresent(event.markets[0], 'a market'));
    for (const [slug, bankroll] of bankrolls) {
      const bets = matches.map((market) => playBet(seed, slug, market, computeMidpoint(market, date), bankroll));
      bankrolls.set(slug, bankroll + bets.reduce((sum, bet) => sum + (bet?.profit ?? 0), 0));
    }
  }
  return bankrolls;
}

test('over thirty days nobody goes broke, results spread, and no model comes first in most seasons', () => {
  const seasons = Array.from({ length: SEASONS }, (_, index) => {
    const seed = `season-${index}`;
    return playSeason(seed, createInventedUniverse(seed));
  });
  const ends = seasons.flatMap((season) => [...season.values()]);
  expect(Math.min(...ends)).toBeGreaterThan(START_DOLLARS * 0.25);
  expect(Math.max(...ends)).toBeLessThan(START_DOLLARS * 3);
  const winners = seasons.map((season) => [...season].toSorted((left, right) => right[1] - left[1])[0]?.[0]);
  for (const slug of documentedSlugs) {
    expect(winners.filter((winner) => winner === slug).length).toBeLessThan(SEASONS / 2);
  }
  for (const season of seasons) {
    const bankrolls = [...season.values()];
    expect(Math.max(...bankrolls) - Math.min(...bankrolls)).toBeGreaterThan(START_DOLLARS * 0.05);
  }
});
