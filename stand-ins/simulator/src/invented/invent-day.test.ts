import { toLockTime } from '@coliseum/domain/match-date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { inventTestEvents, inventTestMarkets, listTestDates } from '../testing/invented-markets.ts';
import { inventDay } from './invent-day.ts';

const HOUR_MS = 3_600_000;
const anySeed = fc.string({ minLength: 1, maxLength: 12 });
const anyDate = fc.constantFrom(...listTestDates(400));

function getPayoutMicros(market: SimulatedMarket): number | null {
  return market.outcome.kind === 'value' ? market.outcome.valueMicros : null;
}

test('the same seed and date always have the same markets', () => {
  fc.assert(
    fc.property(anySeed, anyDate, (seed, date) => {
      expect(inventDay(seed, date)).toEqual(inventDay(seed, date));
    }),
    { numRuns: 20 },
  );
});

test('another seed has other markets', () => {
  expect(inventDay('one', '2026-05-05')).not.toEqual(inventDay('two', '2026-05-05'));
});

test('every day has 20 to 30 markets over at least eight events and eight categories', () => {
  fc.assert(
    fc.property(anySeed, anyDate, (seed, date) => {
      const events = inventDay(seed, date);
      const markets = events.flatMap((event) => event.markets);
      const categories = new Set(events.map((event) => event.series.category));
      return markets.length >= 20 && markets.length <= 30 && events.length >= 8 && categories.size >= 8;
    }),
  );
});

test('no ticker is used twice', () => {
  const tickers = inventTestMarkets('tickers', 400).map((market) => market.ticker);
  expect(new Set(tickers).size).toBe(tickers.length);
});

test('every market is open at the lock and expected to close 1 to 23 hours after it', () => {
  for (const date of listTestDates(60)) {
    const lockMs = toLockTime(date).getTime();
    for (const market of inventDay('times', date).flatMap((event) => event.markets)) {
      const decisiveCloseMs = Math.min(market.listedCloseAtMs, market.expectedExpirationAtMs);
      expect(market.opensAtMs).toBeLessThanOrEqual(lockMs);
      expect(market.closesAtMs).toBeGreaterThan(lockMs);
      expect(decisiveCloseMs - lockMs).toBeGreaterThanOrEqual(HOUR_MS);
      expect(decisiveCloseMs - lockMs).toBeLessThanOrEqual(23 * HOUR_MS);
    }
  }
});

test('most markets are final within an hour and a half of the close, a few only after two hours', () => {
  const markets = inventTestMarkets('settling', 200);
  const delays = markets.map((market) => (market.settlesAtMs - market.closesAtMs) / HOUR_MS);
  const late = delays.filter((hours) => hours > 2).length / markets.length;
  expect(delays.filter((hours) => hours <= 1.5).length / markets.length).toBeGreaterThan(0.93);
  expect(late).toBeGreaterThan(0.01);
  expect(late).toBeLessThan(0.08);
});

test('about two in a hundred pay half and about two in a hundred cannot be resolved', () => {
  const markets = inventTestMarkets('shares', 400);
  const half = markets.filter((market) => getPayoutMicros(market) === 500_000).length / markets.length;
  const unresolvable = markets.filter((market) => getPayoutMicros(market) === null).length / markets.length;
  for (const share of [half, unresolvable]) {
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.035);
  }
});

test('outcomes are drawn from the latent probabilities', () => {
  const decided = inventTestMarkets('calibration', 400).filter((market) =>
    [0, 1_000_000].includes(getPayoutMicros(market) ?? -1),
  );
  for (const floor of [0.1, 0.3, 0.5, 0.7]) {
    const bin = decided.filter(({ latentProbability: p }) => p >= floor && p < floor + 0.2);
    const meanProbability = bin.reduce((sum, market) => sum + market.latentProbability, 0) / bin.length;
    const yesShare = bin.filter((market) => getPayoutMicros(market) === 1_000_000).length / bin.length;
    expect(Math.abs(yesShare - meanProbability)).toBeLessThan(0.05);
  }
});

test('the price at the lock is close to the truth, but not the truth', () => {
  const gaps = inventTestMarkets('prices', 60).flatMap((market) =>
    market.quotes.kind === 'drifting' ? [Math.abs(market.quotes.lockPrice - market.latentProbability)] : [],
  );
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  expect(mean).toBeGreaterThan(0.01);
  expect(mean).toBeLessThan(0.05);
});

test('of mutually exclusive markets at most one pays in full', () => {
  for (const event of inventTestEvents('exclusive', 100).filter((candidate) => candidate.mutuallyExclusive)) {
    expect(event.markets.filter((market) => getPayoutMicros(market) === 1_000_000).length).toBeLessThanOrEqual(1);
  }
});

test('a threshold that is passed means that all lower ones are', () => {
  const ladders = inventTestEvents('ladders', 100).filter((event) => event.markets[0]?.strike?.type === 'greater');
  expect(ladders.length).toBeGreaterThan(100);
  for (const { markets } of ladders) {
    const pays = markets.map((market) => getPayoutMicros(market) ?? 0);
    expect(pays).toEqual(pays.toSorted((left, right) => right - left));
  }
});

test('every market asks a question and says what makes it Yes', () => {
  for (const market of inventTestMarkets('words', 30)) {
    expect(market.rulesPrimary).toMatch(/^If .+, then the market resolves to Yes\.$/);
    expect(market.title).toMatch(/\?$/);
    expect(market.title).not.toMatch(/undefined|NaN|\{|!/);
  }
});
