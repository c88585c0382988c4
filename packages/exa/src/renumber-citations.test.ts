import { measureFastestMs } from '@coliseum/http/testing/measure-fastest';
import { expect, test } from 'vitest';
import { renumberCitations } from './renumber-citations.ts';

const plusTen = (number: number): number | null => (number >= 1 && number <= 3 ? number + 10 : null);

test.each([
  ['Rain fell [1].', 'Rain fell [11].'],
  ['Rain fell[1][2].', 'Rain fell[11][12].'],
  ['Rain fell [1, 2].', 'Rain fell [11][12].'],
  ['Rain fell [1-3].', 'Rain fell [11][12][13].'],
  ['Rain fell [^2].', 'Rain fell [12].'],
  ['Rain fell 【2†source】.', 'Rain fell [12].'],
  ['Rain fell [2, 9].', 'Rain fell [12].'],
])('%j becomes %j', (text, expected) => {
  expect(renumberCitations(text, plusTen)).toBe(expected);
});

test.each([
  ['Rain fell [7].', 'Rain fell (7).'],
  ['a 90 % interval of [41, 47] °F', 'a 90 % interval of (41, 47) °F'],
])('a number that names no source is kept, but is no citation: %j', (text, expected) => {
  expect(renumberCitations(text, plusTen)).toBe(expected);
});

test.each(['[sic]', '[2026]', '([weather.gov](https://weather.gov/))', 'an index of 3.1 [seasonally adjusted]'])(
  '%j is no citation by number',
  (text) => {
    expect(renumberCitations(text, plusTen)).toBe(text);
  },
);

test('a number that links to a page is the number of that page', () => {
  const known = 'https://a.example/x';
  const toNumber = (_number: number, url: string | null): number | null => (url === known ? 4 : null);
  expect(renumberCitations(`Rain [1](${known}).`, toNumber)).toBe(`Rain [4](${known}).`);
  expect(renumberCitations('Rain [1](https://b.example/).', toNumber)).toBe('Rain (https://b.example/).');
});

test.each([
  ['open marks', '[1,1,1,1,1,1,1,1,1,1'.repeat(10_000)],
  ['one long mark', `[${'1,'.repeat(100_000)}`],
  ['open links', '[1](https://a'.repeat(16_000)],
  ['a long link', `[1](https://${'a'.repeat(200_000)}`],
  ['brackets', '['.repeat(200_000)],
])('200 kB of %s are read at once', (_name, text) => {
  expect(measureFastestMs(() => renumberCitations(text, plusTen))).toBeLessThan(50);
});
