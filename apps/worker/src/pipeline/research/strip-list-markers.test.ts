import { expect, test } from 'vitest';
import { stripListMarkers } from './strip-list-markers.ts';

test.each([
  ['- Rain fell.', 'Rain fell.'],
  ['* Rain fell.', 'Rain fell.'],
  ['  + Rain fell.', 'Rain fell.'],
  ['•Rain fell.', 'Rain fell.'],
  ['## Rain', 'Rain'],
  ['1. Rain fell.', 'Rain fell.'],
  ['- **Rain** fell.', '**Rain** fell.'],
  ['- -3 °C at noon.', '-3 °C at noon.'],
])('%j has a mark', (line, expected) => {
  expect(stripListMarkers([line])).toEqual([expected]);
});

test.each([
  '2.5 million ballots were counted.',
  '0.25 points is what the Fed cut.',
  '-3 °C was the low at noon.',
  '−3 °C was the low at noon.',
  '+0.4 % on the month.',
  '*2.5 million* ballots were counted.',
  '**2.5 million** ballots were counted.',
  '**Rain** fell.',
  '#1 seed Duke plays at 19:00 ET.',
  '-USD 3 million in the quarter.',
  '3.Liga',
  '12) is the seat.',
  '2026. A year of elections.',
  '3. Liga: Rostock won 2–1.',
])('%j has none', (line) => {
  expect(stripListMarkers([line])).toEqual([line]);
});

test('numbers are marks as long as they count', () => {
  expect(stripListMarkers(['1. Rain', '2. Wind', 'and hail', '3) Snow', '7. Liga', '1. Sun'])).toEqual([
    'Rain',
    'Wind',
    'and hail',
    'Snow',
    '7. Liga',
    'Sun',
  ]);
});
