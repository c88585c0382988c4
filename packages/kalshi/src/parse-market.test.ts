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
      isProvisional: false,
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
    value: { title: '', result: '', volumeHundredths: null, yesBidMicros: null, expectedExpirationTime: null },
  });
});

test.each([
  ['ticker', { ticker: '' }],
  ['status', { status: null }],
  ['close_time', { close_time: '0001-01-01T00:00:00Z' }],
  ['expected_expiration_time', { expected_expiration_time: 'after the game' }],
  ['expected_expiration_time', { expected_expiration_time: 1_796_137_200 }],
  ['yes_bid_dollars', { yes_bid_dollars: '31' }],
  ['yes_bid_dollars', { yes_bid_dollars: undefined, yes_bid: '0.3100' }],
  ['yes_ask_dollars', { yes_ask_dollars: 0.34 }],
  ['last_price_dollars', { last_price_dollars: '-1' }],
  ['settlement_value_dollars', { settlement_value_dollars: '1.5' }],
])('what moves money is read strictly: names %s when it cannot be read', (field, changes) => {
  expect(parseMarket(buildWireMarket(changes))).toEqual({ ok: false, error: { field } });
});

test.each([
  ['four decimals', { volume_fp: '18230.7549', volume_24h_fp: '5120.0000' }, { volumeHundredths: 1_823_075 }],
  ['numbers', { volume_24h_fp: 5120 }, { volume24hHundredths: 512_000 }],
  ['words', { volume_24h_fp: 'a lot', open_interest_fp: '-3.00' }, { volume24hHundredths: null }],
  ['no counts', { volume_24h_fp: undefined, open_interest_fp: undefined }, { openInterestHundredths: null }],
  ['no opening', { open_time: 'soon' }, { openTime: null }],
  ['titles that are no texts', { title: 5, yes_sub_title: {}, rules_secondary: [] }, { title: '', yesSubTitle: '' }],
  ['another type of flag', { can_close_early: 'yes', settlement_ts: 0 }, { canCloseEarly: true, settledAt: null }],
])('what only ranks or is shown is read generously: %s', (_, changes, fields) => {
  expect(parseMarket(buildWireMarket(changes))).toMatchObject({ ok: true, value: { status: 'active', ...fields } });
});

test('a market that is over is read, whatever became of its quote', () => {
  const changes = { yes_bid_dollars: 0, yes_ask_dollars: 'none', last_price_dollars: {}, expected_expiration_time: 1 };
  expect(parseMarket(buildFinalizedWireMarket(changes))).toMatchObject({
    value: { settlementValueMicros: 1_000_000, yesBidMicros: null, yesAskMicros: null, lastPriceMicros: null },
  });
});

test('no input makes it throw', () => {
  const junk = fc.dictionary(fc.constantFrom(...Object.keys(buildWireMarket())), fc.jsonValue());
  fc.assert(fc.property(junk, (changes) => void parseMarket(buildWireMarket(changes))));
  fc.assert(fc.property(fc.jsonValue(), (body) => void parseMarket(body)));
});

test.each([
  [true, true],
  ['true', true],
  [false, false],
  [null, false],
  [undefined, false],
])('a market with is_provisional %j is provisional: %j', (sent, isProvisional) => {
  const parsed = parseMarket(buildWireMarket({ is_provisional: sent }));
  expect(parsed).toMatchObject({ ok: true, value: { isProvisional } });
});
