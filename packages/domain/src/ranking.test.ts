import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankByScore } from './ranking.ts';

type Entry = { readonly id: string; readonly score: number };

function toPlaces(scores: readonly number[]): number[] {
  const entries = scores.map((score, index) => ({ id: `agent-${index}`, score }));
  return rankByScore(entries, ({ score }) => score).map(({ rank }) => rank);
}

test.each([
  ['nobody', [], []],
  ['all different', [1, 3, 2], [1, 2, 3]],
  ['a tie in the middle', [9, 5, 5, 1], [1, 2, 2, 4]],
  ['a tie at the top', [5, 5, 1], [1, 1, 3]],
  ['two ties', [5, 5, 3, 3, 1], [1, 1, 3, 3, 5]],
  ['all equal', [7, 7, 7], [1, 1, 1]],
  ['losses', [-1, 0, -1], [1, 2, 2]],
])('%s: scores %j take the places %j', (_, scores, places) => {
  expect(toPlaces(scores)).toEqual(places);
});

test('inside a tie the order is by id, capitals first', () => {
  const entries = ['b', 'a', 'B'].map((id) => ({ id, score: 1 }));
  expect(rankByScore(entries, ({ score }) => score).map(({ item }) => item.id)).toEqual(['B', 'a', 'b']);
});

test('a place is one more than the number of better scores, whatever the order of the items', () => {
  const anyEntries = fc.uniqueArray(fc.record({ id: fc.string(), score: fc.integer({ min: -3, max: 3 }) }), {
    selector: ({ id }) => id,
  });
  const getScore = ({ score }: Entry): number => score;
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const ranked = rankByScore(entries, getScore);
      for (const { item, rank } of ranked) {
        expect(rank).toBe(1 + entries.filter(({ score }) => score > item.score).length);
      }
      expect(rankByScore(entries.toReversed(), getScore)).toEqual(ranked);
    }),
  );
});
