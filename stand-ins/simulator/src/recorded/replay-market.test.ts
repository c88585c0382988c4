import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { getStatusAt } from '../market/market-status.ts';
import { getQuoteAt } from '../market/quote-at.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { buildRecordedRow } from '../testing/recorded-row.ts';
import { classifyRow } from './classify-row.ts';
import { replayMarket } from './replay-market.ts';

function replay(changes: Parameters<typeof buildRecordedRow>[0] = {}): SimulatedMarket {
  const classified = classifyRow(buildRecordedRow(changes));
  return replayMarket(ensurePresent(classified.ok ? classified.value : null, 'a usable market'), 'seed');
}

const closeMs = Date.parse('2026-03-09T22:00:00Z');
const lockMs = Date.parse('2026-03-09T14:00:00Z');

test('it is open at its recorded quote from before the lock to the close', () => {
  const market = replay();
  for (const moment of [lockMs - 3_600_000, lockMs, closeMs - 1]) {
    expect(getStatusAt(market, moment)).toBe('active');
    expect(getQuoteAt(market, moment)).toMatchObject({ bidMicros: 400_000, askMicros: 440_000, lastMicros: 420_000 });
  }
});

test('it settles five minutes after the close where no settlement time is recorded', () => {
  const market = replay();
  expect(getStatusAt(market, closeMs + 299_999)).not.toBe('finalized');
  expect(getStatusAt(market, closeMs + 300_000)).toBe('finalized');
});

test('it settles when the recording says, if that is after the close', () => {
  expect(replay({ settlement_ts: '2026-03-10T03:00:00Z' }).settlesAtMs).toBe(Date.parse('2026-03-10T03:00:00Z'));
});

test('a postponed game settles only after it was played', () => {
  const postponed = replay({
    close_time: '2026-03-11T18:00:00Z',
    listed_close_time: '2026-03-23T20:00:00Z',
    expected_expiration_time: '2026-03-09T22:00:00Z',
  });
  expect(postponed.closesAtMs).toBe(closeMs);
  expect(postponed.settlesAtMs).toBe(Date.parse('2026-03-11T18:05:00Z'));
});

test('the earlier of the listed close and the expected expiration is always the real close', () => {
  const shapes = [
    {},
    { expected_expiration_time: '2026-03-09T22:05:00Z' },
    { listed_close_time: '2026-03-23T20:00:00Z', expected_expiration_time: '2026-03-09T23:00:00Z' },
    { listed_close_time: '2026-03-09T20:00:00Z', expected_expiration_time: '2026-03-09T21:00:00Z' },
    { listed_close_time: '2026-03-10T20:00:00Z', expected_expiration_time: '2026-03-10T20:00:00Z' },
    { close_time_basis: 'listed_at_capture' },
  ];
  for (const shape of shapes) {
    const market = replay(shape);
    expect(Math.min(market.listedCloseAtMs, market.expectedExpirationAtMs)).toBe(market.closesAtMs);
  }
});

test('results pay 1, 0, their recorded value, or cannot be resolved', () => {
  expect(replay({ result: 'yes' }).outcome).toEqual({ kind: 'value', valueMicros: 1_000_000 });
  expect(replay({ result: 'no' }).outcome).toEqual({ kind: 'value', valueMicros: 0 });
  expect(replay({ result: 'scalar', settlement_value_dollars: '0.5000' }).outcome).toEqual({
    kind: 'value',
    valueMicros: 500_000,
  });
  expect(replay({ result: 'scalar' }).outcome).toEqual({ kind: 'unresolvable' });
});

test('what the recording lacks comes from the ticker', () => {
  expect(replay({ title: null })).toMatchObject({ title: 'KXTESTGAME-26MAR09AAABBB-AAA', yesSubTitle: 'AAA' });
  expect(replay({ floor_strike: 60_700, cap_strike: 60_799.99 }).yesSubTitle).toBe('60700 to 60799.99');
});
