import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { isArchived } from '../../kalshi/listed-markets.ts';
import { toListedWireMarket } from '../../kalshi/wire-listed-market.ts';
import type { SimulatedMarket } from '../../market/simulated-market.ts';
import { inventTestMarkets } from '../../testing/invented-markets.ts';
import { marketLifeKinds } from '../fault-kinds.ts';
import { disruptMarket } from './disrupt-market.ts';

const MINUTE_MS = 60_000;
const markets = inventTestMarkets('trouble', 20);
const won = ensurePresent(
  markets.find(
    ({ outcome, ...market }) =>
      outcome.kind === 'value' && outcome.valueMicros === 1_000_000 && market.closesAtMs === market.listedCloseAtMs,
  ),
  'a market that closes on time and is won',
);

function readResultsAt(market: SimulatedMarket, minutes: readonly number[]) {
  return minutes.map((minute) => {
    const wire = ensurePresent(toListedWireMarket(market, won.determinedAtMs + minute * MINUTE_MS), 'a listed market');
    return [wire['status'], wire['result']];
  });
}

test.each(marketLifeKinds)('a market with the fault %s still goes through its statuses in order', (kind) => {
  for (const market of markets) {
    const life = disruptMarket(market, kind);
    expect(life.opensAtMs).toBe(market.opensAtMs);
    expect(life.closesAtMs).toBeGreaterThan(life.opensAtMs);
    expect(life.closeAnnouncedAtMs).toBeLessThanOrEqual(life.closesAtMs);
    expect(life.determinedAtMs).toBeGreaterThan(life.closesAtMs);
    expect(life.settlesAtMs).toBeGreaterThan(life.determinedAtMs);
  }
});

test('a result can change silently before it is final', () => {
  expect(readResultsAt(disruptMarket(won, 'result-changes'), [0, 29, 30, 59, 60])).toEqual([
    ['determined', 'no'],
    ['determined', 'no'],
    ['determined', 'yes'],
    ['determined', 'yes'],
    ['finalized', 'yes'],
  ]);
});

test('a disputed market is amended before it is final', () => {
  expect(readResultsAt(disruptMarket(won, 'disputed'), [0, 30, 179, 180, 240])).toEqual([
    ['determined', 'no'],
    ['disputed', 'no'],
    ['disputed', 'no'],
    ['amended', 'yes'],
    ['finalized', 'yes'],
  ]);
});

test('a finalized result can be changed', () => {
  const finalAtMinute = (won.settlesAtMs - won.determinedAtMs) / MINUTE_MS;
  const threeDays = 3 * 24 * 60;
  expect(
    readResultsAt(disruptMarket(won, 'final-word-changes'), [
      0,
      finalAtMinute,
      finalAtMinute + threeDays - 1,
      finalAtMinute + threeDays,
    ]),
  ).toEqual([
    ['determined', 'no'],
    ['finalized', 'no'],
    ['finalized', 'no'],
    ['finalized', 'yes'],
  ]);
});

test('a close moves earlier by surprise, later by announcement', () => {
  const earlier = disruptMarket(won, 'closes-earlier');
  expect(earlier.closesAtMs).toBeLessThan(won.closesAtMs);
  const readListedClose = (market: SimulatedMarket, atMs: number) =>
    Date.parse(String(ensurePresent(toListedWireMarket(market, atMs), 'a listed market')['close_time']));
  expect(readListedClose(earlier, earlier.closesAtMs - 1)).toBe(won.listedCloseAtMs);
  expect(readListedClose(earlier, earlier.closesAtMs)).toBe(earlier.closesAtMs);
  const later = disruptMarket(won, 'closes-later');
  expect(readListedClose(later, won.closesAtMs - 61 * MINUTE_MS)).toBe(won.listedCloseAtMs);
  expect(readListedClose(later, won.closesAtMs - 60 * MINUTE_MS)).toBe(won.closesAtMs + 120 * MINUTE_MS);
});

test('a value can come after the word scalar', () => {
  const late = disruptMarket(won, 'value-comes-later');
  const readValue = (minute: number): unknown =>
    toListedWireMarket(late, won.settlesAtMs + minute * MINUTE_MS)?.['settlement_value_dollars'];
  expect([readValue(0), readValue(89), readValue(90)]).toEqual([undefined, undefined, '0.5000']);
});

test('a market that is gone is listed until its close, and never again', () => {
  const gone = disruptMarket(won, 'gone');
  expect(toListedWireMarket(gone, won.closesAtMs - 1)).not.toBeNull();
  expect(toListedWireMarket(gone, won.closesAtMs)).toBeNull();
  expect(toListedWireMarket(gone, won.settlesAtMs + 30 * 24 * 60 * MINUTE_MS)).toBeNull();
});

test('an archived market leaves the live endpoints as soon as it is final', () => {
  const archived = disruptMarket(won, 'archived');
  expect(isArchived(archived, won.settlesAtMs - 1)).toBe(false);
  expect(isArchived(archived, won.settlesAtMs)).toBe(true);
  expect(isArchived(won, won.settlesAtMs)).toBe(false);
});
