import { present } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { inventedMarkets } from '../testing/invented-markets.ts';
import { createdAtMs, determinedOutcome, listedCloseAtMs, statusAt } from './market-status.ts';

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

test('a disputed determination is taken back before the market is final', () => {
  const market = present(markets[0], 'a market');
  const [disputedAtMs, correctedAtMs] = [market.determinedAtMs + 1000, market.determinedAtMs + 2000];
  const wrong = { kind: 'unresolvable' } as const;
  const disputed = {
    ...market,
    settlesAtMs: correctedAtMs + 1000,
    firstDetermination: { outcome: wrong, disputedAtMs, correctedAtMs },
  };
  const moments = [market.determinedAtMs, disputedAtMs, correctedAtMs, disputed.settlesAtMs];
  expect(moments.map((moment) => [statusAt(disputed, moment), determinedOutcome(disputed, moment)])).toEqual([
    ['determined', wrong],
    ['disputed', wrong],
    ['amended', market.outcome],
    ['finalized', market.outcome],
  ]);
});

test('a result that the exchange corrects itself goes through no other status', () => {
  const market = present(markets[0], 'a market');
  const correctedAtMs = market.determinedAtMs + 1000;
  const wrong = { kind: 'unresolvable' } as const;
  const corrected = {
    ...market,
    settlesAtMs: correctedAtMs + 1000,
    firstDetermination: { outcome: wrong, disputedAtMs: null, correctedAtMs },
  };
  expect(statusAt(corrected, correctedAtMs)).toBe('determined');
  expect(determinedOutcome(corrected, correctedAtMs - 1)).toBe(wrong);
  expect(determinedOutcome(corrected, correctedAtMs)).toBe(market.outcome);
});
