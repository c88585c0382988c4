import { expect, test } from 'vitest';
import { toLineOrNull } from './line-or-null.ts';

test.each([
  ['a title', 'a title'],
  ['a title that is too long', 'a title that is…'],
  [' a\n title\u202e ', 'a title'],
  ['\u200b\n', null],
  ['', null],
  [null, null],
  [undefined, null],
])('%j becomes %j', (text, line) => {
  expect(toLineOrNull(text, 20)).toBe(line);
});
