import { expect, test } from 'vitest';
import { invariant, InvariantError, ensurePresent } from './assert.ts';

test('an invariant that holds passes and one that does not says what was broken', () => {
  expect(() => invariant(true, 'fine')).not.toThrow();
  expect(() => invariant(0, 'stakes are positive')).toThrow(new InvariantError('stakes are positive'));
});

test('a present value is returned, falsy ones included, and a missing one is named', () => {
  expect([0, '', false].map((value) => ensurePresent(value, 'value'))).toEqual([0, '', false]);
  expect(() => ensurePresent(null, 'the batch')).toThrow('Missing: the batch');
  expect(() => ensurePresent(undefined, 'the batch')).toThrow(InvariantError);
});
