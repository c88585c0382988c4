import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { CandidateList } from '@coliseum/domain/candidate-list';
import { sampleRandomControl } from '@coliseum/scoring/random-control';
import { expect, test } from 'vitest';
import { LOCKED_AT, toId, makeCandidate } from '../../testing/fixtures.ts';
import { toCandidateList } from './candidate-list.ts';
import { filterCandidates } from './filter-candidates.ts';

const header = { id: toId(1), date: '2026-03-02', listedAt: LOCKED_AT };
const circumstances = { playedTickers: new Set<string>(), lockedAt: LOCKED_AT };

/** KX01 to KX22 are eligible, KX22 being the most traded. KX00 has no trades. */
const found = Array.from({ length: 23 }, (_, index) =>
  makeCandidate(`KX${String(index).padStart(2, '0')}`, { volume24hHundredths: index }),
);
const filteredCandidates = filterCandidates(circumstances, found);

test('every market is listed with its status, in order of ticker', () => {
  const { candidates } = toCandidateList(header, filteredCandidates, new Set(['KX22', 'KX10']));
  expect(candidates.map(({ ticker }) => ticker)).toEqual(found.map(({ market }) => market.ticker));
  const rows = candidates.map(({ ticker, status, filterReason, rank }) => [ticker, status, filterReason, rank]);
  expect(rows.slice(0, 5)).toEqual([
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

test('a list with a market without a price matches the schema', () => {
  const priceless = makeCandidate('KXA', { yesBidMicros: null, yesAskMicros: null, lastPriceMicros: null });
  const list = toCandidateList(header, filterCandidates(circumstances, [priceless]), new Set());
  expect(CandidateList.parse(list)).toEqual(list);
  expect(list.candidates[0]).toMatchObject({ filterReason: 'no_quote', price: null, priceBasis: null, bid: null });
  expect(list.drawn).toEqual([]);
});

test('a count that could not be read is listed as unknown, not as nothing', () => {
  const uncounted = makeCandidate('KXA', { volume24hHundredths: null, openInterestHundredths: null });
  const list = toCandidateList(header, filterCandidates(circumstances, [uncounted]), new Set());
  expect(CandidateList.parse(list)).toEqual(list);
  expect(list.candidates[0]).toMatchObject({ volume24hHundredths: null, openInterestHundredths: null, rank: 1 });
});

test('the control is taken from all eligible markets, selected or not', () => {
  const eligible = filteredCandidates.eligible.map(({ market }) => market.ticker);
  const { drawn } = toCandidateList(header, filteredCandidates, new Set(['KX22']));
  expect(drawn).toEqual(sampleRandomControl('2026-03-02', eligible));
  expect(drawn).toHaveLength(MATCHES_PER_DAY);
});

test('a list of endless questions stays far below the limit of a document', () => {
  const [stale] = filteredCandidates.filtered;
  const endless = stale && { ...stale, candidate: { ...stale.candidate, question: '漢'.repeat(600) } };
  const filtered = Array.from({ length: 15_000 }, () => endless ?? []).flat();
  const { candidates } = toCandidateList(header, { eligible: filteredCandidates.eligible, filtered }, new Set());
  expect(Buffer.byteLength(JSON.stringify(candidates))).toBeLessThan(10_500_000);
  expect(candidates.filter(({ status }) => status !== 'filtered')).toHaveLength(22);
  expect(candidates.length).toBeGreaterThan(4_000);
});

test('a list too long for one document is shortened by filtered markets only', () => {
  const many = {
    eligible: filteredCandidates.eligible,
    filtered: Array.from({ length: 20_000 }, () => filteredCandidates.filtered).flat(),
  };
  const { candidates } = toCandidateList(header, many, new Set());
  expect(candidates).toHaveLength(15_000);
  expect(candidates.filter(({ status }) => status !== 'filtered')).toHaveLength(22);
});
