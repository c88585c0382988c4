import { expect, test } from 'vitest';
import { makeCandidate } from '../../testing/fixtures.ts';
import { CANDIDATES_SHOWN, rankCandidates } from './rank-candidates.ts';

const tickersOf = (ranked: ReturnType<typeof rankCandidates>): string[] =>
  ranked.candidates.map(({ market }) => market.ticker);

test('shows the most traded markets first, at most twenty', () => {
  const found = Array.from({ length: 30 }, (_, index) => makeCandidate(`KX${index}`, { volume24hHundredths: index }));
  const shown = tickersOf(rankCandidates(found, new Set()));
  expect(shown).toHaveLength(CANDIDATES_SHOWN);
  expect(shown.slice(0, 3)).toEqual(['KX29', 'KX28', 'KX27']);
});

test("puts an event's second market after every event's first", () => {
  const found = [
    makeCandidate('KXA1', { volume24hHundredths: 900 }, 'A'),
    makeCandidate('KXA2', { volume24hHundredths: 800 }, 'A'),
    makeCandidate('KXB1', { volume24hHundredths: 1 }, 'B'),
  ];
  expect(tickersOf(rankCandidates(found, new Set()))).toEqual(['KXA1', 'KXB1', 'KXA2']);
});

test('leaves out what cannot be played, each with its reason', () => {
  const found = [
    makeCandidate('KXPLAYED'),
    makeCandidate('KXNOQUOTE', { yesBidMicros: null, lastPriceMicros: null }),
    makeCandidate('KXSURE', { yesBidMicros: 1_000_000, yesAskMicros: 1_000_000 }),
    makeCandidate('KXFINE'),
  ];
  const ranked = rankCandidates(found, new Set(['KXPLAYED']));
  expect(tickersOf(ranked)).toEqual(['KXFINE']);
  expect(ranked.filtered).toEqual([
    { ticker: 'KXPLAYED', reason: 'played_before' },
    { ticker: 'KXNOQUOTE', reason: 'no_quote' },
    { ticker: 'KXSURE', reason: 'price_at_bound' },
  ]);
});
