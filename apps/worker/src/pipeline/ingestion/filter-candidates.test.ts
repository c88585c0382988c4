import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCKED_AT, makeCandidate } from '../../testing/fixtures.ts';
import { filterCandidates } from './filter-candidates.ts';

/** Four markets of four other events, less liquid than all others, so that one more event completes a day. */
const otherCandidates = ['W', 'X', 'Y', 'Z'].map((letter) => makeCandidate(`KZ${letter}`, { volume24hHundredths: 1 }));

const circumstances = { playedTickers: new Set<string>(), lockedAt: LOCKED_AT };

function listEligible(...found: Parameters<typeof filterCandidates>): string[] {
  return filterCandidates(...found).eligible.map(({ market }) => market.ticker);
}

test('eligible markets are ranked by contracts traded in 24 hours, then open interest, then ticker', () => {
  const found = [
    makeCandidate('KXB', { volume24hHundredths: 5, openInterestHundredths: 1 }),
    makeCandidate('KXA', { volume24hHundredths: 5, openInterestHundredths: 1 }),
    makeCandidate('KXC', { volume24hHundredths: 5, openInterestHundredths: 2 }),
    makeCandidate('KXD', { volume24hHundredths: 6, openInterestHundredths: 0 }),
  ];
  expect(listEligible(circumstances, found)).toEqual(['KXD', 'KXC', 'KXA', 'KXB']);
});

test('a market whose counts could not be read is not stale, and comes after those whose counts are known', () => {
  const found = [
    makeCandidate('KXB', { volume24hHundredths: null, openInterestHundredths: null }),
    makeCandidate('KXA', { volume24hHundredths: null, openInterestHundredths: 5 }),
    makeCandidate('KXC', { volume24hHundredths: 1 }),
  ];
  expect(listEligible(circumstances, found)).toEqual(['KXC', 'KXA', 'KXB']);
});

const tooSoon = { ...makeCandidate('KXX'), decisiveCloseTime: new Date(LOCKED_AT.getTime() + 30 * 60_000 - 1) };

test.each([
  ['played_before', makeCandidate('KXPLAYED')],
  ['closes_too_soon', tooSoon],
  ['no_quote', makeCandidate('KXX', { yesBidMicros: null, lastPriceMicros: null })],
  ['crossed_quote', makeCandidate('KXX', { yesBidMicros: 500_000, yesAskMicros: 490_000 })],
  ['price_near_bound', makeCandidate('KXX', { yesBidMicros: 20_000, yesAskMicros: 39_998 })],
  ['price_near_bound', makeCandidate('KXX', { yesBidMicros: null, yesAskMicros: 980_000, lastPriceMicros: 970_001 })],
  ['empty_book', makeCandidate('KXX', { yesBidMicros: null, yesAskMicros: null, volume24hHundredths: 900_000 })],
  ['wide_spread', makeCandidate('KXX', { yesBidMicros: 10_000, yesAskMicros: 990_000 })],
  ['stale', makeCandidate('KXX', { volume24hHundredths: 0 })],
])('a market is filtered out as %s', (reason, candidate) => {
  const playedTickers = new Set(['KXPLAYED']);
  const { eligible, filtered } = filterCandidates(
    {
      ...circumstances,
      playedTickers,
    },
    [candidate, makeCandidate('KXFINE')],
  );
  expect(eligible.map(({ market }) => market.ticker)).toEqual(['KXFINE']);
  expect(filtered).toEqual([{ candidate, reason }]);
});

test('markets exactly at the bounds of price and time are eligible', () => {
  const found = [
    makeCandidate('KXLOW', { yesBidMicros: 20_000, yesAskMicros: 40_000 }),
    makeCandidate('KXHIGH', { yesBidMicros: 960_000, yesAskMicros: 980_000 }),
    { ...makeCandidate('KXSOON'), decisiveCloseTime: new Date(LOCKED_AT.getTime() + 30 * 60_000) },
  ];
  expect(listEligible(circumstances, found)).toHaveLength(3);
});

test('only the most liquid playable market of an event is eligible', () => {
  const found = [
    makeCandidate('KXA1', { volume24hHundredths: 900, yesBidMicros: 990_000, yesAskMicros: 1_000_000 }, 'A'),
    makeCandidate('KXA2', { volume24hHundredths: 700 }, 'A'),
    makeCandidate('KXA3', { volume24hHundredths: 800 }, 'A'),
    ...otherCandidates,
  ];
  expect(listEligible(circumstances, found)).toEqual(['KXA3', 'KZW', 'KZX', 'KZY', 'KZZ']);
  const { filtered } = filterCandidates(circumstances, found);
  expect(filtered.map(({ candidate, reason }) => [candidate.market.ticker, reason])).toEqual([
    ['KXA1', 'price_near_bound'],
    ['KXA2', 'duplicate_event'],
  ]);
});

test('a second market of an event is eligible when the day would have too few without it', () => {
  const found = [
    makeCandidate('KXA1', { volume24hHundredths: 900 }, 'A'),
    makeCandidate('KXA2', { volume24hHundredths: 700 }, 'A'),
    makeCandidate('KXA3', { volume24hHundredths: 800 }, 'A'),
    ...otherCandidates.slice(1),
  ];
  expect(listEligible(circumstances, found)).toEqual(['KXA1', 'KXA3', 'KZX', 'KZY', 'KZZ']);
  expect(filterCandidates(circumstances, found).filtered).toMatchObject([{ reason: 'duplicate_event' }]);
});

test('every market found is either eligible or filtered, exactly once', () => {
  const markets = fc.array(
    fc.record({
      event: fc.constantFrom('A', 'B', 'C'),
      bid: fc.nat(1_000_000),
      ask: fc.nat(1_000_000),
      volume: fc.nat(2),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(markets, (list) => {
      const found = list.map(({ event, bid, ask, volume }, index) =>
        makeCandidate(`KX${index}`, { yesBidMicros: bid, yesAskMicros: ask, volume24hHundredths: volume }, event),
      );
      const { eligible, filtered } = filterCandidates(circumstances, found);
      const listed = [...eligible, ...filtered.map(({ candidate }) => candidate)].map(({ market }) => market.ticker);
      expect(listed.toSorted()).toEqual(found.map(({ market }) => market.ticker).toSorted());
      const events = new Set(eligible.map(({ event }) => event.ticker));
      expect(eligible.length).toBeLessThanOrEqual(Math.max(5, events.size));
    }),
  );
});
