import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRecordedRow } from '../testing/recorded-row.ts';
import { readRecordedQuote } from './recorded-quote.ts';

/** Columns of the file that the schema leaves unread. */
const pricesAfterSettlement = { last_price_dollars: '0.99', previous_price_dollars: '0.98' };

const at = '2026-03-08T22:00:00Z';

function readPrice(observed: Record<string, unknown> | null): number | string {
  const quote = readRecordedQuote(buildRecordedRow({ price_24h_before_close: observed }));
  return quote.ok ? quote.value.priceMicros : quote.error;
}

test('the price is the midpoint of bid and ask, exact to half a cent', () => {
  expect(readPrice({ yes_bid: 0.44, yes_ask: 0.45, last: 0.3, at })).toBe(445_000);
});

test('without both sides the last trade counts, and without it the only side', () => {
  expect(readPrice({ yes_bid: 0.44, last: 0.47, at })).toBe(470_000);
  expect(readPrice({ yes_bid: 0.06, at })).toBe(60_000);
  expect(readPrice({ yes_ask: 0.96, at })).toBe(960_000);
});

test('a bid of 0 or an ask of 1 is no quote of that side', () => {
  expect(readPrice({ yes_bid: 0, yes_ask: 0.69, at })).toBe(690_000);
  expect(readPrice({ yes_bid: 0.31, yes_ask: 1, at })).toBe(310_000);
});

test('what cannot be a price is named', () => {
  expect(readPrice(null)).toBe('no_quote');
  expect(readPrice({ at })).toBe('no_quote');
  expect(readPrice({ yes_bid: 0, yes_ask: 1, at })).toBe('quote_not_between_0_and_1');
  expect(readPrice({ last: 1, at })).toBe('quote_not_between_0_and_1');
  expect(readPrice({ yes_bid: -0.1, yes_ask: 0.4, at })).toBe('quote_not_between_0_and_1');
  expect(readPrice({ yes_bid: 0.5, yes_ask: 0.5, at })).toBe('quote_crossed');
});

test('the quote of another time is used where there is none from 24 hours before', () => {
  const row = buildRecordedRow({ price_24h_before_close: null, price_observed: { last: 0.2, at } });
  expect(readRecordedQuote(row)).toMatchObject({ ok: true, value: { priceMicros: 200_000 } });
});

test('prices after the settlement are never a quote', () => {
  const row = buildRecordedRow({ price_24h_before_close: null, ...pricesAfterSettlement });
  expect(readRecordedQuote(row)).toEqual({ ok: false, error: 'no_quote' });
});

test('a usable price lies strictly between 0 and 1 whatever was recorded', () => {
  const side = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
  fc.assert(
    fc.property(fc.record({ yes_bid: side, yes_ask: side, last: side }), (observed) => {
      const price = readPrice({ ...observed, at });
      return typeof price === 'string' || (price > 0 && price < 1_000_000);
    }),
  );
});
