import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentedSlugs } from '../testing/documented-slugs.ts';
import { decideBet, type BetDecision } from './decide-bet.ts';
import { getModelMind } from './model-minds.ts';

type Situation = Parameters<typeof decideBet>[0];

function buildSituation(changes: Partial<Situation> & { slug: string }): Situation {
  return {
    seed: 'seed',
    mind: getModelMind(changes.slug),
    ticker: 'KXTEST-26NOV22-A',
    personaName: 'Data-Driven Analyst',
    latentProbability: 0.5,
    lockedPrice: 0.5,
    maxStakeDollars: 10_000,
    ...changes,
  };
}

const anySituation = fc
  .record({
    slug: fc.constantFrom(...documentedSlugs, 'somebody/else-1'),
    ticker: fc.string(),
    personaName: fc.constantFrom('Aggressive Contrarian', 'Conservative Value Investor', 'Momentum Trader', ''),
    latentProbability: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    lockedPrice: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    maxStakeDollars: fc.double({ min: 0, max: 50_000, noNaN: true }),
  })
  .map(buildSituation);

/** Decisions of one model over many markets whose truth and price go through all chances. */
function decideRepeatedly(slug: string, personaName = 'Data-Driven Analyst'): readonly BetDecision[] {
  return Array.from({ length: 600 }, (_, index) => {
    const lockedPrice = 0.1 + (0.8 * (index % 41)) / 40;
    const latentProbability = Math.min(Math.max(lockedPrice + 0.05 * Math.sin(index), 0.03), 0.97);
    return decideBet(buildSituation({ slug, personaName, ticker: `KX-${index}`, lockedPrice, latentProbability }));
  });
}

function computeBetShare(decisions: readonly BetDecision[]): number {
  return decisions.filter(({ decision }) => decision !== 'ABSTAIN').length / decisions.length;
}

function computeMeanStake(decisions: readonly BetDecision[]): number {
  const stakes = decisions.filter(({ amount }) => amount > 0).map(({ amount }) => amount);
  return stakes.reduce((sum, stake) => sum + stake, 0) / stakes.length;
}

test('every decision is in range, in whole cents and within the allowed stake', () => {
  fc.assert(
    fc.property(anySituation, (input) => {
      const { decision, amount, confidence, probability } = decideBet(input);
      expect(probability).toBeGreaterThanOrEqual(0.01);
      expect(probability).toBeLessThanOrEqual(0.99);
      expect(Number.isInteger(confidence) && confidence >= 0 && confidence <= 100).toBe(true);
      expect(amount).toBe(Math.round(amount * 100) / 100);
      expect(amount).toBeLessThanOrEqual(input.maxStakeDollars);
      expect(decision === 'ABSTAIN').toBe(amount === 0);
    }),
  );
});

test('the same situation gets the same decision, another seed may not', () => {
  fc.assert(
    fc.property(anySituation, (input) => {
      expect(decideBet(input)).toEqual(decideBet(input));
    }),
  );
  const other = documentedSlugs.filter((slug) => {
    const one = decideBet(buildSituation({ slug }));
    return one.probability !== decideBet(buildSituation({ slug, seed: 'other' })).probability;
  });
  expect(other.length).toBeGreaterThan(0);
});

test('a model that cannot stake a dollar passes', () => {
  for (const slug of documentedSlugs) {
    expect(decideBet(buildSituation({ slug, latentProbability: 0.9, maxStakeDollars: 0.99 })).decision).toBe('ABSTAIN');
  }
});

test('a large difference from the price is bet on its side by most models', () => {
  const sides = documentedSlugs.map(
    (slug) => decideBet(buildSituation({ slug, lockedPrice: 0.3, latentProbability: 0.8 })).decision,
  );
  expect(sides.filter((side) => side === 'YES').length).toBeGreaterThanOrEqual(5);
  expect(sides).not.toContain('NO');
});

test('average stakes lie between 0.3 and 4 % of a bankroll of which 10 % may be staked', () => {
  for (const slug of documentedSlugs) {
    const share = computeMeanStake(decideRepeatedly(slug)) / 100_000;
    expect(share).toBeGreaterThan(0.003);
    expect(share).toBeLessThan(0.04);
  }
});

test('each mind has its documented habit', () => {
  const decideAs = (slug: string) => decideRepeatedly(slug);
  const sol = decideAs('openai/gpt-6.1-sol');
  const grok = decideAs('x-ai/grok-4.7');
  const claude = decideAs('anthropic/claude-sonnet-5.5');
  const deepseek = decideAs('deepseek/deepseek-v4-pro-0813');
  const measureSpread = (decisions: readonly BetDecision[]): number =>
    decisions.reduce((sum, { probability }) => sum + Math.abs(probability - 0.5), 0) / decisions.length;
  expect(computeMeanStake(sol)).toBeLessThan(computeMeanStake(grok) / 2);
  expect(computeBetShare(claude)).toBeLessThan(computeBetShare(grok));
  expect(computeBetShare(deepseek)).toBeGreaterThan(computeBetShare(sol));
  expect(measureSpread(decideAs('google/gemini-4-argon'))).toBeGreaterThan(measureSpread(sol));
  expect(measureSpread(decideAs('qwen/qwen3.8-max-prime'))).toBeLessThan(measureSpread(sol));
});

test('a persona moves stakes the way its name says', () => {
  for (const slug of documentedSlugs) {
    const bold = computeMeanStake(decideRepeatedly(slug, 'Aggressive Contrarian'));
    expect(bold).toBeGreaterThan(computeMeanStake(decideRepeatedly(slug, 'Conservative Value Investor')));
  }
});
