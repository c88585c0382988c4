import { expect, test } from 'vitest';
import { formatInstant, formatInstantOrNull } from './format-instant.ts';

test.each([
  ['2026-03-03T12:00:00.000Z', '2026-03-03T12:00:00.000Z'],
  ['0000-01-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ['+020077-03-07T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ['+275760-09-13T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ['-000001-12-31T00:00:00.000Z', '0000-01-01T00:00:00.000Z'],
  ['no date', '9999-12-31T23:59:59.999Z'],
])('%s is shown as %s, and only where it is the same if it may be left out', (stored, shown) => {
  expect(formatInstant(new Date(stored))).toBe(shown);
  expect(formatInstantOrNull(new Date(stored))).toBe(stored === shown ? shown : null);
});

test('nothing is shown as nothing', () => {
  expect(formatInstantOrNull(null)).toBeNull();
});
