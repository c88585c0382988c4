import { expect, test } from 'vitest';
import { interpolate, listVariables } from './interpolate.ts';

const variables = { SET: 'value', EMPTY: '' };

test.each([
  ['$SET and ${SET}', 'value and value'],
  ['${UNSET}', ''],
  ['${SET:-default}|${EMPTY:-default}|${UNSET:-default}', 'value|default|default'],
  ['${SET-default}|${EMPTY-default}|${UNSET-default}', 'value||default'],
  ['${SET:+other}|${EMPTY:+other}|${UNSET:+other}', 'other||'],
  ['${EMPTY+other}|${UNSET+other}', 'other|'],
  ['${SET:?say so}|${EMPTY?say so}', 'value|'],
  ['${UNSET:-${SET}}:1|${UNSET:-${EMPTY:-}}', 'value:1|'],
  ['${UNSET:-:8080}', ':8080'],
  ['"$$(cat file)"', '"$(cat file)"'],
])('%s becomes %s', (text, expected) => {
  expect(interpolate(text, variables)).toBe(expected);
});

test.each([
  ['${UNSET:?set it in .env}', 'UNSET is demanded and not set: set it in .env'],
  ['${EMPTY:?set it}', 'EMPTY is demanded'],
  ['${SET:-open', 'is not closed'],
  ['a $ b', 'begins no variable'],
  ['${SET!}', 'does not know'],
])('%s is refused', (text, message) => {
  expect(() => interpolate(text, variables)).toThrow(message);
});

test('variables are found inside others, and not where a dollar is meant', () => {
  expect(listVariables('${ONE:-${TWO}} $THREE $$FOUR $${FIVE}')).toEqual(['ONE', 'TWO', 'THREE']);
});
