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
    expect(toMarketOutcome(parseWireMarket(wire))).toEqual({ state: 'pending', status });
  },
);

test.each([
  ['yes', '1.0000', 1_000_000],
  ['no', '0.0000', 0],
  ['scalar', '0.5000', 500_000],
  ['yes', '0.3333', 333_300],
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

test.each(['scalar', '', 'maybe'])('a finalized result of %j without a value cannot be paid', (result) => {
  const wire = buildFinalizedWireMarket({ result, settlement_value_dollars: '' });
  expect(toMarketOutcome(parseWireMarket(wire))).toMatchObject({ state: 'unresolvable', settledAt });
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
  expect(toMarketOutcome(parseWireMarket(buildWireMarket()))).toEqual({ state: 'pending', status: 'active' });
});
