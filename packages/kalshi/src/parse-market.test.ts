import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarket } from './parse-market.ts';
import { buildFinalizedWireMarket, buildWireMarket } from './testing/wire-market.ts';

test('turns a wire market into ours, to the last digit', () => {
  expect(parseMarket(buildWireMarket())).toEqual({
    ok: true,
    value: {
      ticker: 'KXRAINCITY-26DEC01-DEN',
      eventTicker: 'KXRAINCITY-26DEC01',
      title: 'Will it rain in Denver on Dec 1, 2026?',
      yesSubTitle: 'Denver',
      noSubTitle: 'Denver',
      marketType: 'binary',
      status: 'active',
      result: '',
      settlementValueMicros: null,
      settledAt: null,
      openTime: new Date('2026-11-20T15:00:00.000Z'),
      closeTime: new Date('2026-12-02T06:59:00.000Z'),
      expectedExpirationTime: new Date('2026-12-02T15:00:00.000Z'),
      latestExpirationTime: new Date('2026-12-09T15:00:00.000Z'),
      yesBidMicros: 310_000,
      yesAskMicros: 340_000,
      lastPriceMicros: 320_000,
      volume24hHundredths: 512_000,
      openInterestHundredths: 904_425,
      volumeHundredths: 1_823_075,
      rulesPrimary: 'If measurable rain falls at DEN on Dec 1, 2026, then the market resolves to Yes.',
      rulesSecondary: '',
      canCloseEarly: true,
    },
  });
});

test('the empty book after settlement has neither bid nor ask', () => {
  expect(parseMarket(buildFinalizedWireMarket())).toMatchObject({
    ok: true,
    value: {
      yesBidMicros: null,
      yesAskMicros: null,
      settlementValueMicros: 1_000_000,
      result: 'yes',
      status: 'finalized',
    },
  });
});

test('a market that never traded has no last price', () => {
  expect(parseMarket(buildWireMarket({ last_price_dollars: '0.0000' }))).toMatchObject({
    value: { lastPriceMicros: null },
  });
});

test('values that Kalshi adds later become unknown and do not break the market', () => {
  const changes = {
    status: 'paused_for_review',
    result: 'maybe',
    market_type: 'multi',
    price_level_structure: 'hexa_cent',
  };
  expect(parseMarket(buildWireMarket(changes))).toMatchObject({
    ok: true,
    value: { status: 'unknown', result: 'unknown', marketType: 'multi' },
  });
});

test('a market with only the required fields can be read', () => {
  const wire = {
    ticker: 'KXOLD-1',
    event_ticker: 'KXOLD',
    status: 'finalized',
    open_time: '2025-01-01T00:00:00Z',
    close_time: '2025-01-02T00:00:00Z',
  };
  expect(parseMarket(wire)).toMatchObject({
    ok: true,
    value: { title: '', result: '', volumeHundredths: 0, yesBidMicros: null, expectedExpirationTime: null },
  });
});

test.each([
  ['ticker', { ticker: '' }],
  ['status', { status: null }],
  ['open_time', { open_time: 'soon' }],
  ['close_time', { close_time: '0001-01-01T00:00:00Z' }],
  ['yes_bid_dollars', { yes_bid_dollars: '31' }],
  ['yes_ask_dollars', { yes_ask_dollars: 0.34 }],
  ['last_price_dollars', { last_price_dollars: '-1' }],
  ['settlement_value_dollars', { settlement_value_dollars: '1.5' }],
  ['volume_fp', { volume_fp: 'a lot' }],
  ['volume_24h_fp', { volume_24h_fp: '1.005' }],
  ['open_interest_fp', { open_interest_fp: '-3.00' }],
])('names %s when it cannot be read', (field, changes) => {
  expect(parseMarket(buildWireMarket(changes))).toEqual({ ok: false, error: { field } });
});

test('no input makes it throw', () => {
  const junk = fc.dictionary(fc.constantFrom(...Object.keys(buildWireMarket())), fc.jsonValue());
  fc.assert(fc.property(junk, (changes) => void parseMarket(buildWireMarket(changes))));
  fc.assert(fc.property(fc.jsonValue(), (body) => void parseMarket(body)));
});
