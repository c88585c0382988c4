import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { present } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { inventedEvents, inventedMarkets } from '../testing/invented-markets.ts';
import { wireEvent } from './wire-event.ts';
import { wireListedMarket } from './wire-listed-market.ts';
import { wireSeries } from './wire-series.ts';

const capturesFile = join(import.meta.dirname, '../../../../../shared/data/kalshi-captures-2026-10.jsonl');
const Capture = z.object({ kind: z.string(), body: z.record(z.string(), z.unknown()) });

const markets = inventedMarkets('wire', 60);

function findMarket(matches: (market: SimulatedMarket) => boolean): SimulatedMarket {
  return present(markets.find(matches), 'a market of that kind');
}

function wireAfterSettlement(market: SimulatedMarket) {
  return present(wireListedMarket(market, market.settlesAtMs), 'a listed market');
}

function captures(kind: string) {
  return readFileSync(capturesFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Capture.parse(JSON.parse(line)))
    .filter((capture) => capture.kind === kind)
    .map((capture) => capture.body);
}

test('while active a market has a two-sided book and no result', () => {
  for (const market of markets) {
    const wire = present(wireListedMarket(market, market.opensAtMs + 1000), 'a listed market');
    expect(wire).toMatchObject({ status: 'active', result: '', expiration_value: '' });
    expect(wire).not.toHaveProperty('settlement_value_dollars');
    expect(wire).not.toHaveProperty('settlement_ts');
    expect(Number(wire['yes_bid_dollars'])).toBeLessThan(Number(wire['yes_ask_dollars']));
    expect(Number(wire['yes_bid_dollars']) + Number(wire['no_ask_dollars'])).toBeCloseTo(1, 9);
    expect(Number(wire['yes_ask_dollars']) + Number(wire['no_bid_dollars'])).toBeCloseTo(1, 9);
  }
});

test('once determined the result is there and the settlement is not', () => {
  const market = findMarket(({ outcome }) => outcome.kind === 'value' && outcome.valueMicros === 0);
  const wire = wireListedMarket(market, market.determinedAtMs);
  expect(wire).toMatchObject({ status: 'determined', result: 'no' });
  expect(wire).not.toHaveProperty('settlement_value_dollars');
});

test('once final it has its value, its time and an empty book that keeps the last trade', () => {
  const market = findMarket(({ outcome }) => outcome.kind === 'value' && outcome.valueMicros === 1_000_000);
  const wire = wireAfterSettlement(market);
  expect(wire).toMatchObject({
    status: 'finalized',
    result: 'yes',
    settlement_value_dollars: '1.0000',
    yes_bid_dollars: '0.0000',
    yes_ask_dollars: '1.0000',
    no_bid_dollars: '0.0000',
    no_ask_dollars: '1.0000',
    yes_bid_size_fp: '0.00',
    yes_ask_size_fp: '0.00',
  });
  expect(Date.parse(String(wire['settlement_ts']))).toBe(market.settlesAtMs);
  expect(Number(wire['last_price_dollars'])).toBeGreaterThan(0);
});

test('a fraction is a scalar result with its value, the unresolvable one a scalar without', () => {
  const half = findMarket(({ outcome }) => outcome.kind === 'value' && outcome.valueMicros === 500_000);
  const unresolvable = findMarket(({ outcome }) => outcome.kind === 'unresolvable');
  expect(wireAfterSettlement(half)).toMatchObject({ result: 'scalar', settlement_value_dollars: '0.5000' });
  expect(wireAfterSettlement(unresolvable)).toMatchObject({ result: 'scalar', status: 'finalized' });
  expect(wireAfterSettlement(unresolvable)).not.toHaveProperty('settlement_value_dollars');
});

test('nothing on the wire tells the latent probability or an outcome ahead of its time', () => {
  const secrets = /latent|outcome"|drift|lockPrice|salt/;
  for (const market of markets.slice(0, 200)) {
    expect(JSON.stringify(wireListedMarket(market, market.closesAtMs))).not.toMatch(secrets);
  }
});

const isAbsent = !existsSync(capturesFile);

test.skipIf(isAbsent)('a market has every field of the recorded ones (skipped where ../shared is absent)', () => {
  const ofTheirKind = new Set(['custom_strike', 'floor_strike']);
  const fields = Object.keys(wireAfterSettlement(findMarket(({ outcome }) => outcome.kind === 'value')));
  for (const recorded of captures('market')) {
    const expected = Object.keys(recorded).filter((field) => !ofTheirKind.has(field));
    expect(fields).toEqual(expect.arrayContaining(expected));
  }
});

test.skipIf(isAbsent)(
  'events and series have every field of the recorded ones (skipped where ../shared is absent)',
  () => {
    const event = present(inventedEvents('wire', 1)[0], 'an event');
    for (const recorded of captures('event')) {
      expect(Object.keys(wireEvent(event))).toEqual(expect.arrayContaining(Object.keys(recorded)));
    }
    for (const recorded of captures('series')) {
      expect(Object.keys(wireSeries(event.series))).toEqual(expect.arrayContaining(Object.keys(recorded)));
    }
  },
);

test.skipIf(isAbsent)('values have the recorded ones’ types (skipped where ../shared is absent)', () => {
  const wire = wireAfterSettlement(findMarket(({ outcome }) => outcome.kind === 'value'));
  const otherTypes = captures('market').flatMap((recorded) =>
    Object.entries(recorded).filter(([field, value]) => field in wire && typeof wire[field] !== typeof value),
  );
  expect(otherTypes).toEqual([]);
});
