import { present } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { inventedMarkets } from '../testing/invented-markets.ts';
import { createdAtMs, listedCloseAtMs, statusAt } from './market-status.ts';

const markets = inventedMarkets('lifecycle', 30);

test('a market goes through its life in Kalshi’s order', () => {
  for (const market of markets) {
    const moments = [
      createdAtMs(market) - 1,
      createdAtMs(market),
      market.opensAtMs,
      market.closesAtMs,
      market.determinedAtMs,
      market.settlesAtMs,
    ];
    expect(moments.map((moment) => statusAt(market, moment))).toEqual([
      null,
      'initialized',
      'active',
      'closed',
      'determined',
      'finalized',
    ]);
  }
});

test('a market that closes early lists its old close until it does', () => {
  const early = present(
    markets.find((market) => market.closesAtMs < market.listedCloseAtMs),
    'a market that closes early',
  );
  expect(listedCloseAtMs(early, early.closesAtMs - 1)).toBe(early.listedCloseAtMs);
  expect(listedCloseAtMs(early, early.closesAtMs)).toBe(early.closesAtMs);
});

test('a market that closes late announces it before the close it had listed', () => {
  const late = present(
    inventedMarkets('lifecycle', 120).find((market) => market.closesAtMs > market.listedCloseAtMs),
    'a market that closes late',
  );
  expect(late.closeAnnouncedAtMs).toBeLessThan(late.listedCloseAtMs);
  expect(listedCloseAtMs(late, late.closeAnnouncedAtMs)).toBe(late.closesAtMs);
});
