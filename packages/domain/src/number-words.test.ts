import { expect, test } from 'vitest';
import { spellNumber, spellShare } from './number-words.ts';

test.each([
  [0, 'zero'],
  [5, 'five'],
  [20, 'twenty'],
  [21, '21'],
  [2.5, '2.5'],
])('%d is written as %s', (count, words) => {
  expect(spellNumber(count)).toBe(words);
});

test.each([
  [10, 'a tenth'],
  [50, 'half'],
  [7, '7%'],
])('%d percent is written as %s', (percent, words) => {
  expect(spellShare(percent)).toBe(words);
});
