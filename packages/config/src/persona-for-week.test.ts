import { InvariantError } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { findPersonaForWeek } from './persona-for-week.ts';

test('the personas take turns, the first in week 1', () => {
  const turns = [1, 2, 3, 4, 5, 6, 7].map((week) => findPersonaForWeek(['a', 'b', 'c'], week));
  expect(turns.join('')).toBe('abcabca');
});

test('weeks before week 1 continue the turns backwards', () => {
  expect([-2, -1, 0].map((week) => findPersonaForWeek(['a', 'b', 'c'], week)).join('')).toBe('abc');
});

test('no persona at all is a bug', () => {
  expect(() => findPersonaForWeek([], 1)).toThrow(InvariantError);
});
