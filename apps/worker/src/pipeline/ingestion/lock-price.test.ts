import { expect, test } from 'vitest';
import { lockPrice } from './lock-price.ts';

const quote = { yesBidMicros: 310_000, yesAskMicros: 340_000, lastPriceMicros: 200_000 };

test('the locked price is the midpoint of bid and ask, regardless of the last trade', () => {
  expect(lockPrice(quote)).toEqual({ ok: true, value: { micros: 325_000, basis: 'midpoint' } });
});

test('half a micro is rounded up', () => {
  expect(lockPrice({ ...quote, yesBidMicros: 1, yesAskMicros: 2 })).toEqual({
    ok: true,
    value: { micros: 2, basis: 'midpoint' },
  });
});

test('the locked price is the last trade when a side has no quote', () => {
  expect(lockPrice({ ...quote, yesBidMicros: null })).toEqual({ ok: true, value: { micros: 200_000, basis: 'last' } });
});

test.each([
  [{ ...quote, yesAskMicros: null, lastPriceMicros: null }, 'no_quote'],
  [{ ...quote, yesBidMicros: 400_000 }, 'crossed_quote'],
])('the quote %j is refused as %s', (bad, reason) => {
  expect(lockPrice(bad)).toEqual({ ok: false, error: reason });
});
