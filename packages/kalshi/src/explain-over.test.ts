import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { explainOver } from './explain-over.ts';
import type { KalshiMarket } from './market.ts';
import { parseMarket } from './parse-market.ts';
import { buildWireMarket } from './testing/wire-market.ts';

const at = new Date('2026-12-01T14:20:00Z');

function makeMarket(changes: Readonly<Record<string, unknown>>): KalshiMarket {
  const parsed = parseMarket(buildWireMarket(changes));
  return ensurePresent(parsed.ok ? parsed.value : null, 'a market');
}

test.each(['closed', 'determined', 'disputed', 'amended', 'finalized'])('a market that is %s is over', (status) => {
  expect(explainOver(makeMarket({ status }), at)).toBe(status);
});

test.each([
  ['a result although it is active', { result: 'no' }, 'decided (no)'],
  ['a result while it is halted', { status: 'inactive', result: 'scalar' }, 'decided (scalar)'],
  ['a close that moved forward', { close_time: '2026-12-01T14:20:00Z' }, 'closed at 2026-12-01T14:20:00.000Z'],
  [
    'an expiration that moved forward',
    { expected_expiration_time: '2026-12-01T14:05:00Z' },
    'closed at 2026-12-01T14:05:00.000Z',
  ],
  ['a word that nobody knows', { status: 'settling' }, 'in a status that is not known here'],
])('a market with %s is over', (_, changes, why) => {
  expect(explainOver(makeMarket(changes), at)).toBe(why);
});

test.each([
  ['trades', {}],
  ['is halted', { status: 'inactive' }],
  ['has a new word for no result', { result: 'undecided' }],
  ['closes in a second', { close_time: '2026-12-01T14:20:01Z' }],
])('a market that %s is not over', (_, changes) => {
  expect(explainOver(makeMarket(changes), at)).toBeNull();
});
