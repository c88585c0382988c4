import { expect, test } from 'vitest';
import { placeRow } from './place-row.ts';

const toCrests = (...percents: number[]) => percents.map((percent, index) => ({ id: `agent-${index}`, percent }));
const spreadRow = (line: number, ...percents: number[]) =>
  [...placeRow(line, toCrests(...percents)).values()].map((place) => place.spread / 2);

test('crests stay on their side of the post', () => {
  const places = spreadRow(64, 70, 71, 72, 73, 76);

  expect(places[0]).toBeGreaterThanOrEqual(64 + 2);
  expect(places).toEqual([66.5, 71, 75.5, 80, 84.5]);
});

test('a crest at the price stands right of the post, one below the price left of it', () => {
  expect(spreadRow(50, 49, 50)).toEqual([48, 52.5]);
});

test('when one side has no room, the row spreads across the post', () => {
  const places = spreadRow(91, 84, 93, 94, 94, 95, 95, 97);

  expect(places).toEqual([71, 75.5, 80, 84.5, 89, 93.5, 98]);
});

test('the dense set stands closer together', () => {
  const [first, second] = [...placeRow(20, toCrests(60, 60)).values()];

  expect((second?.dense ?? 0) - (first?.dense ?? 0)).toBe(8);
  expect((second?.spread ?? 0) - (first?.spread ?? 0)).toBe(9);
});
