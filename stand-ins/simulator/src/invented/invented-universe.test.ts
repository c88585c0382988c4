import { expect, test } from 'vitest';
import { listTestDates } from '../testing/invented-markets.ts';
import { createInventedUniverse } from './invented-universe.ts';

test('every market and event of a day is found by its ticker', () => {
  const universe = createInventedUniverse('find');
  for (const event of universe.listEventsOfDay('2026-06-01')) {
    expect(universe.findEvent(event.ticker)).toBe(event);
    for (const market of event.markets) expect(universe.findMarket(market.ticker)).toEqual({ market, event });
  }
});

test('a day that was forgotten comes back the same', () => {
  const universe = createInventedUniverse('memory');
  const before = universe.listEventsOfDay('2026-01-01');
  for (const date of listTestDates(100)) universe.listEventsOfDay(date);
  expect(universe.listEventsOfDay('2026-01-01')).toEqual(before);
});

test('unknown tickers are not found', () => {
  const universe = createInventedUniverse('nothing');
  expect(universe.findMarket('KXNOTHING-26JUN01-YES')).toBeUndefined();
  expect(universe.findMarket('')).toBeUndefined();
  expect(universe.findEvent('KXHIGHTOWN')).toBeUndefined();
});

test('every event’s series is listed', () => {
  const universe = createInventedUniverse('series');
  const listed = new Set(universe.listSeries().map((series) => series.ticker));
  expect(listed.size).toBe(universe.listSeries().length);
  for (const event of universe.listEventsOfDay('2026-02-02')) expect(listed).toContain(event.series.ticker);
});
