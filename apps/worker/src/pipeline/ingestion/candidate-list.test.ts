import { CandidateList } from '@coliseum/domain/candidate-list';
import { sampleRandomControl } from '@coliseum/scoring/random-control';
import { expect, test } from 'vitest';
import { LOCKED_AT, toId, makeCandidate } from '../../testing/fixtures.ts';
import { toCandidateList } from './candidate-list.ts';
import { filterCandidates } from './filter-candidates.ts';

const header = { id: toId(1), date: '2026-03-02', listedAt: LOCKED_AT };
const circumstances = { playedTickers: new Set<string>(), lockedAt: LOCKED_AT };

/** KX01 to KX22 can be played, KX22 being the most traded; KX00 has no trade. */
const found = Array.from({ length: 23 }, (_, index) =>
  makeCandidate(`KX${String(index).padStart(2, '0')}`, { volume24hHundredths: index }),
);
const filteredCandidates = filterCandidates(circumstances, found);

test('says of every market how far it came, by ticker', () => {
  const { candidates } = toCandidateList(header, filteredCandidates, new Set(['KX22', 'KX10']));
  expect(candidates.map(({ ticker }) => ticker)).toEqual(found.map(({ market }) => market.ticker));
  const seen = candidates.map(({ ticker, status, filterReason, rank }) => [ticker, status, filterReason, rank]);
  expect(seen.slice(0, 5)).toEqual([
    ['KX00', 'filtered', 'stale', null],
    ['KX01', 'eligible', null, 22],
    ['KX02', 'eligible', null, 21],
    ['KX03', 'offered', null, 20],
    ['KX04', 'offered', null, 19],
  ]);
  expect(candidates.filter(({ status }) => status === 'selected').map(({ ticker }) => ticker)).toEqual([
    'KX10',
    'KX22',
  ]);
});

test('fits the model, with what a market without a price has', () => {
  const priceless = makeCandidate('KXA', { yesBidMicros: null, yesAskMicros: null, lastPriceMicros: null });
  const list = toCandidateList(header, filterCandidates(circumstances, [priceless]), new Set());
  expect(CandidateList.parse(list)).toEqual(list);
  expect(list.candidates[0]).toMatchObject({ filterReason: 'no_quote', price: null, priceBasis: null, bid: null });
  expect(list.drawn).toEqual([]);
});

test('the random five are drawn from all that can be played, selected or not', () => {
  const eligible = filteredCandidates.eligible.map(({ market }) => market.ticker);
  const { drawn } = toCandidateList(header, filteredCandidates, new Set(['KX22']));
  expect(drawn).toEqual(sampleRandomControl('2026-03-02', eligible));
  expect(drawn).toHaveLength(5);
});

test('a list too long for a document loses filtered markets only', () => {
  const many = {
    eligible: filteredCandidates.eligible,
    filtered: Array.from({ length: 20_000 }, () => filteredCandidates.filtered).flat(),
  };
  const { candidates } = toCandidateList(header, many, new Set());
  expect(candidates).toHaveLength(15_000);
  expect(candidates.filter(({ status }) => status !== 'filtered')).toHaveLength(22);
});
