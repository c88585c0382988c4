import { expect, test } from 'vitest';
import { textOrNull } from './text-or-null.ts';

test.each([null, undefined, '', ' \n'])('%j is nothing', (text) => {
  expect(textOrNull(text)).toBeNull();
});

test('a text is trimmed', () => {
  expect(textOrNull(' Denver ')).toBe('Denver');
});
