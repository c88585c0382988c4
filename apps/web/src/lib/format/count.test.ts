import { expect, test } from 'vitest';
import {
  formatCategory,
  formatCount,
  formatEdge,
  formatOrdinal,
  formatPercentChange,
  formatRecord,
  formatRoman,
} from './count.ts';

test('an edge has three decimals, and a sign unless it rounds to zero', () => {
  expect(formatEdge(-0.0144)).toBe('\u22120.014');
  expect(formatEdge(0.0712)).toBe('+0.071');
  expect(formatEdge(-0.0001)).toBe('0.000');
});

test('a percentage change has one decimal and a sign', () => {
  expect(formatPercentChange(4.53)).toBe('+4.5%');
  expect(formatPercentChange(-34.24)).toBe('\u221234.2%');
  expect(formatPercentChange(0)).toBe('0.0%');
});

test('a record lists won, lost and void', () => {
  expect(formatRecord({ wins: 35, losses: 29, voids: 1 })).toBe('35–29–1');
});

test('a noun agrees in number with its count', () => {
  expect(formatCount(1, 'match day')).toBe('1 match day');
  expect(formatCount(3, 'pass', 'passes')).toBe('3 passes');
  expect(formatCount(1200, 'bet')).toBe('1,200 bets');
});

test('a rank is an ordinal with the right ending', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21].map(formatOrdinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
  ]);
});

test('a match number is a Roman numeral', () => {
  expect([1, 2, 3, 4, 5, 9, 14].map(formatRoman)).toEqual(['I', 'II', 'III', 'IV', 'V', 'IX', 'XIV']);
});

test('a category starts with a capital letter', () => {
  expect(formatCategory('economics')).toBe('Economics');
});
