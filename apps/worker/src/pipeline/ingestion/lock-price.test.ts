import { expect, test } from 'vitest';
import { lockPrice } from './lock-price.ts';

const quote = { yesBidMicros: 310_000, yesAskMicros: 340_000, lastPriceMicros: 200_000 };

test('locks the midpoint of bid and ask, whatever the last trade was', () => {
  expect(lockPrice(quote)).toEqual({ ok: true, value: { micros: 325_000, basis: 'midpoint' } });
});

test('rounds half a micro up', () => {
  expect(lockPrice({ ...quote, yesBidMicros: 1, yesAskMicros: 2 })).toEqual({
    ok: true,
    value: { micros: 2, basis: 'midpoint' },
  });
});

test('takes the last trade where a side has no quote, and says so', () => {
  expect(lockPrice({ ...quote, yesBidMicros: null })).toEqual({ ok: true, value: { micros: 200_000, basis: 'last' } });
});

test.each([
  [{ ...quote, yesAskMicros: null, lastPriceMicros: null }, 'no_quote'],
  [{ ...quote, yesBidMicros: 400_000 }, 'crossed_quote'],
])('refuses %j as %s', (bad, reason) => {
  expect(lockPrice(bad)).toEqual({ ok: false, error: reason });
});
