import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { toMarketOutcome } from './market-outcome.ts';
import type { KalshiMarket } from './market.ts';
import { parseMarket } from './parse-market.ts';
import { buildFinalizedWireMarket, buildWireMarket } from './testing/wire-market.ts';

const settledAt = new Date('2026-12-02T15:11:08.320Z');

function parseWireMarket(wire: unknown): KalshiMarket {
  const parsed = parseMarket(wire);
  return ensurePresent(parsed.ok ? parsed.value : null, 'a readable market');
}

test.each(['initialized', 'active', 'inactive', 'closed', 'determined', 'disputed', 'amended', 'unknown'])(
  'a market that is %s is pending, whatever result it shows',
  (status) => {
    const wire = buildFinalizedWireMarket({ status });
    expect(toMarketOutcome(parseWireMarket(wire))).toEqual({
      state: 'pending',
      status,
      expectedAt: new Date('2026-12-02T15:00:00Z'),
    });
  },
);

test.each([
  ['yes', '1.0000', 1_000_000],
  ['no', '0.0000', 0],
  ['scalar', '0.5000', 500_000],
  ['scalar', '0.3333', 333_300],
  ['scalar', '0.0001', 100],
])('a finalized %s with the value %s pays that value', (result, value, settlementValueMicros) => {
  const wire = buildFinalizedWireMarket({ result, settlement_value_dollars: value });
  expect(toMarketOutcome(parseWireMarket(wire))).toEqual({ state: 'final', settlementValueMicros, settledAt });
});

test.each([
  ['yes', 1_000_000],
  ['no', 0],
])('without a value a finalized %s pays by its result', (result, settlementValueMicros) => {
  const wire = buildFinalizedWireMarket({ result, settlement_value_dollars: undefined });
  expect(toMarketOutcome(parseWireMarket(wire))).toEqual({ state: 'final', settlementValueMicros, settledAt });
});

test.each([
  ['yes', '0.0000', 'the result "yes" and a settlement value of 0'],
  ['no', '1.0000', 'the result "no" and a settlement value of 1'],
  ['yes', '0.5000', 'the result "yes" and a settlement value of 0.5'],
  ['no', '0.0001', 'the result "no" and a settlement value of 0.0001'],
  ['scalar', '0.0000', 'the result "scalar" and a settlement value of 0'],
  ['scalar', '1.0000', 'the result "scalar" and a settlement value of 1'],
  ['', '0.0000', 'no result and a settlement value of 0'],
  ['', '1.0000', 'no result and a settlement value of 1'],
  ['annulled', '0.0000', 'a result that is not known here and a settlement value of 0'],
])('a finalized %j with the value %s contradicts itself and pays nobody', (result, value, words) => {
  const wire = buildFinalizedWireMarket({ result, settlement_value_dollars: value });
  expect(toMarketOutcome(parseWireMarket(wire))).toEqual({
    state: 'contradictory',
    reason: `Finalized with ${words}.`,
  });
});

test('a market on a number may end at the end of its range', () => {
  const wire = buildFinalizedWireMarket({
    market_type: 'scalar',
    result: 'scalar',
    settlement_value_dollars: '0.0000',
  });
  expect(toMarketOutcome(parseWireMarket(wire))).toMatchObject({ state: 'final', settlementValueMicros: 0 });
});

test.each(['scalar', '', 'maybe'])('a finalized result of %j without a value cannot be paid yet', (result) => {
  const wire = buildFinalizedWireMarket({ result, settlement_value_dollars: '' });
  const awaitedUntil = new Date('2026-12-09T15:00:00Z');
  expect(toMarketOutcome(parseWireMarket(wire))).toMatchObject({ state: 'unresolvable', awaitedUntil });
});

test.each([
  ["to the exchange's limit for the market", '2026-12-09T15:00:00Z', '2026-12-09T15:00:00.000Z'],
  ['for a day where that limit has passed', '2026-12-02T15:00:00Z', '2026-12-03T15:11:08.320Z'],
  ['for two weeks where that limit is years away', '2030-01-01T00:00:00Z', '2026-12-16T15:11:08.320Z'],
  ['for two weeks where there is no limit', undefined, '2026-12-16T15:11:08.320Z'],
])('a missing value is awaited %s', (_, limit, awaitedUntil) => {
  const changes = { result: 'scalar', settlement_value_dollars: undefined, latest_expiration_time: limit };
  expect(toMarketOutcome(parseWireMarket(buildFinalizedWireMarket(changes)))).toMatchObject({
    state: 'unresolvable',
    awaitedUntil: new Date(awaitedUntil),
  });
});

test('the last price decides nothing: a market at 0.99 can resolve to no', () => {
  const wire = buildFinalizedWireMarket({
    last_price_dollars: '0.9900',
    result: 'no',
    settlement_value_dollars: '0.0000',
  });
  expect(toMarketOutcome(parseWireMarket(wire))).toMatchObject({ state: 'final', settlementValueMicros: 0 });
});

test('an archived row without a settlement time counts as settled at its close', () => {
  const wire = buildFinalizedWireMarket({ settlement_ts: undefined });
  expect(toMarketOutcome(parseWireMarket(wire))).toMatchObject({ settledAt: new Date('2026-12-02T06:59:00.000Z') });
});

test('an active market shows no outcome', () => {
  expect(toMarketOutcome(parseWireMarket(buildWireMarket()))).toMatchObject({ state: 'pending', status: 'active' });
});
