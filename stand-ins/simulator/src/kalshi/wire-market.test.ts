import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { inventTestEvents, inventTestMarkets } from '../testing/invented-markets.ts';
import { toWireEvent } from './wire-event.ts';
import { toListedWireMarket } from './wire-listed-market.ts';
import { toWireSeries } from './wire-series.ts';

const capturesFile = join(import.meta.dirname, '../../../../../shared/data/kalshi-captures-2026-10.jsonl');
const Capture = z.object({ kind: z.string(), body: z.record(z.string(), z.unknown()) });

const markets = inventTestMarkets('wire', 60);

function findMarket(matches: (market: SimulatedMarket) => boolean): SimulatedMarket {
  return ensurePresent(markets.find(matches), 'a market of that kind');
}

function toSettledWireMarket(market: SimulatedMarket) {
  return ensurePresent(toListedWireMarket(market, market.settlesAtMs), 'a listed market');
}

function readCaptures(kind: string) {
  return readFileSync(capturesFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Capture.parse(JSON.parse(line)))
    .filter((capture) => capture.kind === kind)
    .map((capture) => capture.body);
}

test('while active a market has a two-sided book and no result', () => {
  for (const market of markets) {
    const wire = ensurePresent(toListedWireMarket(market, market.opensAtMs + 1000), 'a listed market');
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
  const wire = toListedWireMarket(market, market.determinedAtMs);
  expect(wire).toMatchObject({ status: 'determined', result: 'no' });
  expect(wire).not.toHaveProperty('settlement_value_dollars');
});

test('once final it has its value, its time and an empty book that keeps the last trade', () => {
  const market = findMarket(({ outcome }) => outcome.kind === 'value' && outcome.valueMicros === 1_000_000);
  const wire = toSettledWireMarket(market);
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
  expect(toSettledWireMarket(half)).toMatchObject({ result: 'scalar', settlement_value_dollars: '0.5000' });
  expect(toSettledWireMarket(unresolvable)).toMatchObject({ result: 'scalar', status: 'finalized' });
  expect(toSettledWireMarket(unresolvable)).not.toHaveProperty('settlement_value_dollars');
});

test('nothing on the wire gives away the latent probability, or an outcome before its time', () => {
  const secrets = /latent|outcome"|drift|lockPrice|salt/;
  for (const market of markets.slice(0, 200)) {
    expect(JSON.stringify(toListedWireMarket(market, market.closesAtMs))).not.toMatch(secrets);
  }
});

const isAbsent = !existsSync(capturesFile);

test.skipIf(isAbsent)('a market has every field of the recorded ones (skipped where ../shared is absent)', () => {
  const ofTheirKind = new Set(['custom_strike', 'floor_strike']);
  const fields = Object.keys(toSettledWireMarket(findMarket(({ outcome }) => outcome.kind === 'value')));
  for (const recorded of readCaptures('market')) {
    const expected = Object.keys(recorded).filter((field) => !ofTheirKind.has(field));
    expect(fields).toEqual(expect.arrayContaining(expected));
  }
});

test.skipIf(isAbsent)(
  'events and series have every field of the recorded ones (skipped where ../shared is absent)',
  () => {
    const event = ensurePresent(inventTestEvents('wire', 1)[0], 'an event');
    for (const recorded of readCaptures('event')) {
      expect(Object.keys(toWireEvent(event))).toEqual(expect.arrayContaining(Object.keys(recorded)));
    }
    for (const recorded of readCaptures('series')) {
      expect(Object.keys(toWireSeries(event.series))).toEqual(expect.arrayContaining(Object.keys(recorded)));
    }
  },
);

test.skipIf(isAbsent)('values have the recorded ones’ types (skipped where ../shared is absent)', () => {
  const wire = toSettledWireMarket(findMarket(({ outcome }) => outcome.kind === 'value'));
  const otherTypes = readCaptures('market').flatMap((recorded) =>
    Object.entries(recorded).filter(([field, value]) => field in wire && typeof wire[field] !== typeof value),
  );
  expect(otherTypes).toEqual([]);
});
