import { MatchDate } from '@coliseum/domain/match-date';
import { DecimalPrice } from '@coliseum/domain/price';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRanges } from './ranges.ts';

function findPattern(field: string): RegExp {
  const patterns: string[] = [];
  JSON.stringify(addRanges({ properties: { [field]: {} } }), (key, value: unknown) => {
    if (key === 'pattern') patterns.push(String(value));
    return value;
  });
  return new RegExp(patterns.join(''));
}

test('the database takes the dates that the calendar has, and no other', () => {
  const pattern = findPattern('match_date');
  const part = (max: number, length: number) =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(length, '0'));
  const dateLike = fc.tuple(part(9_999, 4), part(13, 2), part(32, 2)).map((parts) => parts.join('-'));
  const leapDay = part(9_999, 4).map((year) => `${year}-02-29`);
  fc.assert(
    fc.property(fc.oneof(dateLike, leapDay), (text) => {
      expect(pattern.test(text)).toBe(MatchDate.safeParse(text).success);
    }),
    { numRuns: 2_000 },
  );
});

test('the database takes the prices that the domain has, and no other', () => {
  const pattern = findPattern('locked_price');
  const priceLike = fc.stringMatching(/^[01.]{1,3}[0-9]{0,8}$/);
  fc.assert(
    fc.property(priceLike, (text) => {
      expect(pattern.test(text)).toBe(DecimalPrice.safeParse(text).success);
    }),
  );
});

test.each(['match_date', 'locked_price', 'sha256'])('no newline ends a %s, where PCRE would let it pass', (field) => {
  expect(findPattern(field).source).toMatch(/\$\(\?!\\n\)$/);
});
