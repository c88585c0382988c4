import { expect, test } from 'vitest';
import { trimToNull } from './trim-to-null.ts';

test.each([null, undefined, '', ' \n'])('%j is nothing', (text) => {
  expect(trimToNull(text)).toBeNull();
});

test('a text is trimmed', () => {
  expect(trimToNull(' Denver ')).toBe('Denver');
});
