import { expect, test } from 'vitest';
import { toCategory } from './category.ts';

test.each([
  ['politics', 'politics'],
  [' Weather ', 'weather'],
  ['Climate and Weather', 'weather'],
  ['technology', 'tech'],
  ['the stock market', 'other'],
  ['<b>bold</b>', 'other'],
  ['constructor', 'other'],
  ['', 'other'],
])('"%s" counts as %s', (word, category) => {
  expect(toCategory(word)).toBe(category);
});
