import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { inventTestMarkets } from '../testing/invented-markets.ts';
import { getCreatedAtMs, getDeterminedOutcome, getListedCloseAtMs, getStatusAt } from './market-status.ts';

const markets = inventTestMarkets('lifecycle', 30);

test('a market goes through its life in Kalshi’s order', () => {
  for (const market of markets) {
    const moments = [
      getCreatedAtMs(market) - 1,
      getCreatedAtMs(market),
      market.opensAtMs,
      market.closesAtMs,
      market.determinedAtMs,
      market.settlesAtMs,
    ];
    expect(moments.map((moment) => getStatusAt(market, moment))).toEqual([
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
  const early = ensurePresent(
    markets.find((market) => market.closesAtMs < market.listedCloseAtMs),
    'a market that closes early',
  );
  expect(getListedCloseAtMs(early, early.closesAtMs - 1)).toBe(early.listedCloseAtMs);
  expect(getListedCloseAtMs(early, early.closesAtMs)).toBe(early.closesAtMs);
});

test('a market that closes late announces it before the close it had listed', () => {
  const late = ensurePresent(
    inventTestMarkets('lifecycle', 120).find((market) => market.closesAtMs > market.listedCloseAtMs),
    'a market that closes late',
  );
  expect(late.closeAnnouncedAtMs).toBeLessThan(late.listedCloseAtMs);
  expect(getListedCloseAtMs(late, late.closeAnnouncedAtMs)).toBe(late.closesAtMs);
});

test('a disputed determination is taken back before the market is final', () => {
  const market = ensurePresent(markets[0], 'a market');
  const [disputedAtMs, correctedAtMs] = [market.determinedAtMs + 1000, market.determinedAtMs + 2000];
  const wrong = { kind: 'unresolvable' } as const;
  const disputed = {
    ...market,
    settlesAtMs: correctedAtMs + 1000,
    firstDetermination: { outcome: wrong, disputedAtMs, correctedAtMs },
  };
  const moments = [market.determinedAtMs, disputedAtMs, correctedAtMs, disputed.settlesAtMs];
  expect(moments.map((moment) => [getStatusAt(disputed, moment), getDeterminedOutcome(disputed, moment)])).toEqual([
    ['determined', wrong],
    ['disputed', wrong],
    ['amended', market.outcome],
    ['finalized', market.outcome],
  ]);
});

test('a result that the exchange corrects itself goes through no other status', () => {
  const market = ensurePresent(markets[0], 'a market');
  const correctedAtMs = market.determinedAtMs + 1000;
  const wrong = { kind: 'unresolvable' } as const;
  const corrected = {
    ...market,
    settlesAtMs: correctedAtMs + 1000,
    firstDetermination: { outcome: wrong, disputedAtMs: null, correctedAtMs },
  };
  expect(getStatusAt(corrected, correctedAtMs)).toBe('determined');
  expect(getDeterminedOutcome(corrected, correctedAtMs - 1)).toBe(wrong);
  expect(getDeterminedOutcome(corrected, correctedAtMs)).toBe(market.outcome);
});
