import { ensurePresent } from '@coliseum/domain/assert';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventTestMarkets } from '../testing/invented-markets.ts';
import { getTickAt } from './price-ladder.ts';
import { getQuoteAt } from './quote-at.ts';
import type { SimulatedMarket } from './simulated-market.ts';

const markets = inventTestMarkets('quotes', 20);
const anyMarket = fc.nat(markets.length - 1).map((index) => ensurePresent(markets[index], 'a market'));
const anyMoment = fc.record({ market: anyMarket, progress: fc.double({ min: 0, max: 0.9999, noNaN: true }) });

function toMoment(market: SimulatedMarket, progress: number): number {
  return Math.floor(market.opensAtMs + (market.closesAtMs - market.opensAtMs) * progress);
}

test('an open market always has a bid below an ask, both strictly between 0 and 1', () => {
  fc.assert(
    fc.property(anyMoment, ({ market, progress }) => {
      const { bidMicros, askMicros } = getQuoteAt(market, toMoment(market, progress));
      return (
        bidMicros !== null &&
        askMicros !== null &&
        bidMicros > 0 &&
        bidMicros < askMicros &&
        askMicros < MICROS_PER_UNIT
      );
    }),
  );
});

test('every quote is a price of the market’s ladder', () => {
  fc.assert(
    fc.property(anyMoment, ({ market, progress }) => {
      const { bidMicros, askMicros, lastMicros } = getQuoteAt(market, toMoment(market, progress));
      const ladder = market.quotes.kind === 'drifting' ? market.quotes.ladder : 'linear_cent';
      return [bidMicros, askMicros, lastMicros].every(
        (price) => price !== null && price % Math.min(getTickAt(ladder, price), 10_000) === 0,
      );
    }),
  );
});

test('from the close on the book is empty and the last trade stays', () => {
  fc.assert(
    fc.property(anyMarket, fc.nat(10 * 86_400_000), (market, later) => {
      const quote = getQuoteAt(market, market.closesAtMs + later);
      return quote.bidMicros === null && quote.askMicros === null && quote.lastMicros > 0;
    }),
  );
});

test('prices lean towards the outcome as the close comes nearer', () => {
  const leans = markets.flatMap((market) => {
    if (market.quotes.kind !== 'drifting' || market.outcome.kind !== 'value') return [];
    const atLock = getQuoteAt(market, market.quotes.lockedAtMs).lastMicros;
    const atClose = getQuoteAt(market, market.closesAtMs).lastMicros;
    return [(atClose - atLock) * Math.sign(market.outcome.valueMicros - 500_000)];
  });
  const mean = leans.reduce((sum, lean) => sum + lean, 0) / leans.length;
  expect(mean).toBeGreaterThan(30_000);
});
