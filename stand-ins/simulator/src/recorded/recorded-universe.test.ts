import { toLockTime } from '@coliseum/domain/match-date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getStatusAt } from '../market/market-status.ts';
import { buildRecordedRow } from '../testing/recorded-row.ts';
import { classifyRow } from './classify-row.ts';
import { filterOfferedMarkets } from './offered-markets.ts';
import { createRecordedUniverse } from './recorded-universe.ts';

const rows = [
  buildRecordedRow({ category: 'Sports', event_title: 'Alphas vs Betas' }),
  buildRecordedRow({ ticker: 'KXTESTGAME-26MAR09AAABBB-BBB', result: 'no' }),
  buildRecordedRow({
    ticker: 'KXRAINY-26MAR12-X',
    event_ticker: 'KXRAINY-26MAR12',
    close_time: '2026-03-12T20:00:00Z',
  }),
];

function createUniverse() {
  const markets = rows.map(classifyRow).flatMap((classified) => (classified.ok ? [classified.value] : []));
  return createRecordedUniverse(markets, 'seed');
}

test('a day has the events whose markets lock on it', () => {
  const universe = createUniverse();
  expect(universe.listEventsOfDay('2026-03-09').map((event) => event.ticker)).toEqual(['KXTESTGAME-26MAR09AAABBB']);
  expect(universe.listEventsOfDay('2026-03-12').map((event) => event.ticker)).toEqual(['KXRAINY-26MAR12']);
  expect(universe.listEventsOfDay('2026-03-10')).toEqual([]);
});

test('siblings share their event, with title, category and a series named by the ticker', () => {
  const event = createUniverse().findEvent('KXTESTGAME-26MAR09AAABBB');
  expect(event).toMatchObject({ title: 'Alphas vs Betas', series: { ticker: 'KXTESTGAME', category: 'Sports' } });
  expect(event?.markets.map((market) => market.yesSubTitle)).toEqual(['AAA', 'BBB']);
});

test('markets are found by ticker on any day', () => {
  const universe = createUniverse();
  expect(universe.findMarket('KXRAINY-26MAR12-X')?.event.ticker).toBe('KXRAINY-26MAR12');
  expect(universe.findMarket('KXRAINY-26MAR12-Y')).toBeUndefined();
  expect(universe.listSeries().map((series) => series.ticker)).toEqual(['KXTESTGAME', 'KXRAINY']);
});

test('what is active and about to close at a lock is exactly what is offered', () => {
  const instant = fc.integer({ min: 0, max: 96 }).map((hours) => new Date(Date.UTC(2026, 2, 9, hours)).toISOString());
  const maybe = fc.option(instant, { nil: undefined });
  const anyRow = fc.record({
    close_time: instant,
    open_time: maybe,
    listed_close_time: maybe,
    expected_expiration_time: maybe,
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), (changes) => {
      const recorded = changes
        .map((change, index) => classifyRow(buildRecordedRow({ ...change, ticker: `KXT-26MAR09-${index}` })))
        .flatMap((classified) => (classified.ok ? [classified.value] : []));
      const universe = createRecordedUniverse(recorded, 'seed');
      for (const date of ['2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12']) {
        const lockMs = toLockTime(date).getTime();
        const listed = universe
          .listEventsOfDay(date)
          .flatMap((event) => event.markets)
          .filter((market) => {
            const closesInMs = Math.min(market.listedCloseAtMs, market.expectedExpirationAtMs) - lockMs;
            return getStatusAt(market, lockMs) === 'active' && closesInMs > 0 && closesInMs <= 86_400_000;
          });
        const offered = filterOfferedMarkets(recorded, new Date(lockMs));
        expect(listed.map((market) => market.ticker).toSorted()).toEqual(
          offered.map((market) => market.ticker).toSorted(),
        );
      }
    }),
  );
});
