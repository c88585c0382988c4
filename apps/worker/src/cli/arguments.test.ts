import { expect, test } from 'vitest';
import { parseDate, parseDays, parseId, parseShare } from './arguments.ts';

test('takes a date that a calendar has', () => {
  expect(parseDate('--date', '2028-02-29')).toBe('2028-02-29');
});

test.each(['2026-13-01', '2027-02-29', '22.11.2026', ''])('refuses %j and names the option', (text) => {
  expect(() => parseDate('--date', text)).toThrow('--date has to be a calendar date');
});

test('takes whole days from 1 on', () => {
  expect(parseDays('--days', '30')).toBe(30);
});

test.each(['0', '-3', '1.5', 'ten', '99999'])('refuses %j days', (text) => {
  expect(() => parseDays('--days', text)).toThrow('--days has to be a whole number');
});

test('takes an id, and refuses what is none', () => {
  expect(parseId('--event', '0123456789abcdef01234567')).toBe('0123456789abcdef01234567');
  expect(() => parseId('--event', 'first')).toThrow('--event has to be an id');
});

test('takes a share up to a half', () => {
  expect(['0', '0.1', '.25', '0.5'].map((text) => parseShare('--faults', text))).toEqual([0, 0.1, 0.25, 0.5]);
});

test.each(['1', '0.51', '-0.1', '10%', ''])('refuses the share %j', (text) => {
  expect(() => parseShare('--faults', text)).toThrow('--faults has to be a share');
});
