import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

test.each([
  ['2026-03-07', '2026-03-07T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  [' 2026-03-07T18:00:00.000Z ', '2026-03-07T18:00:00.000Z'],
  ['2026-03-07T18:00:00', '2026-03-07T18:00:00.000Z'],
  ['2026-03-07 18:00', '2026-03-07T18:00:00.000Z'],
  ['2026-03-07T18:00:00.123456-05:00', '2026-03-07T23:00:00.123Z'],
  ['2026-03-07T18:00:00+0100', '2026-03-07T17:00:00.000Z'],
  ['1787-09-17', '1787-09-17T00:00:00.000Z'],
  ['9999-12-31', '9999-12-31T00:00:00.000Z'],
])('%j is %s', (text, expected) => {
  expect(readDate(text)?.toISOString()).toBe(expected);
});

test.each([
  '20077-03-07',
  '+020077-03-07',
  '2026-02-30',
  '2025-02-29',
  '2026-02-30T10:00:00Z',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-03-07T24:00:00Z',
  '2026-03-07T12:60:00Z',
  '2026-03-07T12:00:00+99:00',
  '9999-12-31T23:00:00-05:00',
  '0001-01-01',
  '0000-00-00',
  '2026',
  'yesterday',
  '',
  null,
  undefined,
])('%j is no date', (text) => {
  expect(readDate(text)).toBeNull();
});

test('whatever a page claims is a date of four-digit year that says what the text says, or none', () => {
  const part = (max: number) => fc.integer({ min: 0, max }).map(String);
  const claim = fc.oneof(
    fc.string(),
    fc.tuple(part(99_999), part(15), part(40)).map(([year, month, day]) => {
      return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );
  fc.assert(
    fc.property(claim, (text) => {
      const read = readDate(text)?.toISOString();
      if (read === undefined) return;
      expect(read).toHaveLength(24);
      expect(text.trim().slice(0, 10)).toBe(read.slice(0, 10));
    }),
  );
});
