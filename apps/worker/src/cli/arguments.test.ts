import { expect, test } from 'vitest';
import { parseDate, parseDays, parseId, parseReason, parseShare } from './arguments.ts';

test('accepts a date that exists in the calendar', () => {
  expect(parseDate('--date', '2028-02-29')).toBe('2028-02-29');
});

test.each(['2026-13-01', '2027-02-29', '22.11.2026', ''])('refuses the date %j and names the option', (text) => {
  expect(() => parseDate('--date', text)).toThrow('--date must be a calendar date');
});

test('accepts a whole number of days from 1', () => {
  expect(parseDays('--days', '30')).toBe(30);
});

test.each(['0', '-3', '1.5', 'ten', '99999'])('refuses %j days', (text) => {
  expect(() => parseDays('--days', text)).toThrow('--days must be a whole number');
});

test('accepts an id and refuses any other text', () => {
  expect(parseId('--event', '0123456789abcdef01234567')).toBe('0123456789abcdef01234567');
  expect(() => parseId('--event', 'first')).toThrow('--event must be an id');
});

test('a reason becomes one line that ends like a sentence', () => {
  expect(parseReason('--reason', ' The exchange removed\n the market ')).toBe('The exchange removed the market.');
  expect(parseReason('--reason', 'Why did the exchange remove it?')).toBe('Why did the exchange remove it?');
});

test.each(['', '  ', 'gone', 'x'.repeat(301), 'The market is gone\u202e.', 'The market \u001b[31m is gone.'])(
  'refuses the reason %j',
  (text) => {
    expect(() => parseReason('--reason', text)).toThrow('--reason must be a sentence');
  },
);

test('accepts a share up to one half', () => {
  expect(['0', '0.1', '.25', '0.5'].map((text) => parseShare('--faults', text))).toEqual([0, 0.1, 0.25, 0.5]);
});

test.each(['1', '0.51', '-0.1', '10%', ''])('refuses the share %j', (text) => {
  expect(() => parseShare('--faults', text)).toThrow('--faults must be a share');
});
