import { expect, test } from 'vitest';
import { formatPrice, formatProbability, spellPrice, toPercent } from './price.ts';

test('a price shows a fraction of a cent only where the exchange quotes one', () => {
  expect(formatPrice('0.38')).toBe('38¢');
  expect(formatPrice('0.385')).toBe('38.5¢');
  expect(formatPrice('0.07')).toBe('7¢');
  expect(spellPrice('0.071')).toBe('7.1 cents');
});

test('a probability is a whole percent, never 0% or 100%', () => {
  expect(formatProbability('0.27')).toBe('27%');
  expect(formatProbability('0.274999')).toBe('27%');
  expect(formatProbability('0.009')).toBe('<1%');
  expect(formatProbability('0.00')).toBe('<1%');
  expect(formatProbability('0.99')).toBe('99%');
  expect(formatProbability('0.995')).toBe('>99%');
  expect(formatProbability('1.00')).toBe('>99%');
});

test('a position on the axis is not rounded', () => {
  expect(toPercent('0.385')).toBe(38.5);
});
