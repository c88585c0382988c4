import { expect, test } from 'vitest';
import { recordedRow } from '../testing/recorded-row.ts';
import { classifyRow } from './classify-row.ts';
import { createRecordedUniverse } from './recorded-universe.ts';

const rows = [
  recordedRow({ category: 'Sports', event_title: 'Alphas vs Betas' }),
  recordedRow({ ticker: 'KXTESTGAME-26MAR09AAABBB-BBB', result: 'no' }),
  recordedRow({ ticker: 'KXRAINY-26MAR12-X', event_ticker: 'KXRAINY-26MAR12', close_time: '2026-03-12T20:00:00Z' }),
];

function universeOf() {
  const markets = rows.map(classifyRow).flatMap((classified) => (classified.ok ? [classified.value] : []));
  return createRecordedUniverse(markets, 'seed');
}

test('a day has the events whose markets lock on it', () => {
  const universe = universeOf();
  expect(universe.eventsOfDay('2026-03-09').map((event) => event.ticker)).toEqual(['KXTESTGAME-26MAR09AAABBB']);
  expect(universe.eventsOfDay('2026-03-12').map((event) => event.ticker)).toEqual(['KXRAINY-26MAR12']);
  expect(universe.eventsOfDay('2026-03-10')).toEqual([]);
});

test('siblings share their event, with title, category and a series named by the ticker', () => {
  const event = universeOf().findEvent('KXTESTGAME-26MAR09AAABBB');
  expect(event).toMatchObject({ title: 'Alphas vs Betas', series: { ticker: 'KXTESTGAME', category: 'Sports' } });
  expect(event?.markets.map((market) => market.yesSubTitle)).toEqual(['AAA', 'BBB']);
});

test('markets are found by ticker on any day', () => {
  const universe = universeOf();
  expect(universe.findMarket('KXRAINY-26MAR12-X')?.event.ticker).toBe('KXRAINY-26MAR12');
  expect(universe.findMarket('KXRAINY-26MAR12-Y')).toBeUndefined();
  expect(universe.listSeries().map((series) => series.ticker)).toEqual(['KXTESTGAME', 'KXRAINY']);
});
