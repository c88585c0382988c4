import fc from 'fast-check';
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
  ['at the ask', { yesBidMicros: null, yesAskMicros: 40_000, lastPriceMicros: 40_000 }, 40_000],
  ['below the ask', { yesBidMicros: null, yesAskMicros: 40_000, lastPriceMicros: 30_000 }, 30_000],
  ['at the bid', { yesBidMicros: 960_000, yesAskMicros: null, lastPriceMicros: 960_000 }, 960_000],
  ['above the bid', { yesBidMicros: 960_000, yesAskMicros: null, lastPriceMicros: 970_000 }, 970_000],
])('a last trade %s stands in for the missing side', (_, offered, micros) => {
  expect(lockPrice(offered)).toEqual({ ok: true, value: { micros, basis: 'last' } });
});

test.each([
  ['nobody quotes a side and it never traded', { yesBidMicros: null, lastPriceMicros: null }, 'no_quote'],
  ['nothing is known', { yesBidMicros: null, yesAskMicros: null, lastPriceMicros: null }, 'no_quote'],
  [
    'the last trade is above the only ask',
    { yesBidMicros: null, yesAskMicros: 40_000, lastPriceMicros: 400_000 },
    'no_quote',
  ],
  ['the last trade is a micro above the only ask', { yesBidMicros: null, lastPriceMicros: 340_001 }, 'no_quote'],
  ['the last trade is below the only bid', { yesAskMicros: null }, 'no_quote'],
  ['somebody sells for nothing', { yesBidMicros: null, yesAskMicros: 0 }, 'no_quote'],
  [
    'the last trade is far below the only ask',
    { yesBidMicros: null, yesAskMicros: 990_000, lastPriceMicros: 400_000 },
    'wide_spread',
  ],
  [
    'the last trade is far above the only bid',
    { yesBidMicros: 10_000, yesAskMicros: null, lastPriceMicros: 500_000 },
    'wide_spread',
  ],
  ['both sides quote, but nobody means it', { yesBidMicros: 10_000, yesAskMicros: 990_000 }, 'wide_spread'],
  ['the spread is a micro too wide', { yesBidMicros: 310_000, yesAskMicros: 450_001 }, 'wide_spread'],
  ['only the last trade is left', { yesBidMicros: null, yesAskMicros: null }, 'empty_book'],
  ['bid and ask are crossed', { yesBidMicros: 400_000 }, 'crossed_quote'],
])('there is no price when %s', (_, changes, reason) => {
  expect(lockPrice({ ...quote, ...changes })).toEqual({ ok: false, error: reason });
});

test('a spread of exactly the widest is used', () => {
  expect(lockPrice({ ...quote, yesAskMicros: 450_000 })).toMatchObject({ value: { micros: 380_000 } });
});

test('a locked price lies between bid and ask, or between the one that is there and the last trade', () => {
  const side = fc.option(fc.nat(1_000_000));
  const quotes = fc.record({ yesBidMicros: side, yesAskMicros: side, lastPriceMicros: side });
  fc.assert(
    fc.property(quotes, (any) => {
      const price = lockPrice(any);
      if (!price.ok) return;
      const { yesBidMicros, yesAskMicros } = any;
      expect(yesBidMicros ?? yesAskMicros).not.toBeNull();
      expect(price.value.micros).toBeGreaterThanOrEqual(yesBidMicros ?? 0);
      expect(price.value.micros).toBeLessThanOrEqual(yesAskMicros ?? 1_000_000);
    }),
  );
});
