import { expect, test } from 'vitest';
import { z } from 'zod';
import { FaultRule } from './fault-rule.ts';

const base = { name: 'a rule', service: 'kalshi', kinds: ['rate-limited'] };

test.each([
  ['every call', {}],
  ['a share of the calls of an endpoint', { endpoint: '/markets/:ticker', market: 'KX-1', probability: 0.2 }],
  ['some calls', { calls: [1, 5] }],
  ['a script', { kinds: undefined, script: ['hang', 'none'], repeat: true }],
  ['a market', { kinds: ['disputed', 'no-quotes'], market: 'KX-1' }],
  ['a model', { service: 'openrouter', kinds: ['expiring'], model: 'a/model' }],
])('a rule for %s is read', (_, changes) => {
  expect(FaultRule.safeParse({ ...base, ...changes })).toMatchObject({ success: true });
});

test.each([
  ['an unknown service', { service: 'ebay' }, "expected one of 'kalshi', 'openrouter', 'exa'|service"],
  ['a kind of another service', { kinds: ['fenced-json'] }, 'rate-limited'],
  ['an endpoint of another service', { endpoint: '/answer' }, '/markets/:ticker'],
  ['an unknown field', { odds: 0.1 }, 'odds'],
  ['no name', { name: undefined }, 'name'],
  ['a probability over 1', { probability: 10 }, 'probability'],
  ['neither kinds nor script', { kinds: undefined }, 'either kinds or a script'],
  ['both kinds and script', { script: ['hang'] }, 'either kinds or a script'],
  ['a script with a probability', { kinds: undefined, script: ['hang'], probability: 0.5 }, 'leave out calls'],
  ['repeated kinds', { repeat: true }, 'Only a script'],
  ['a script of a market’s life', { kinds: undefined, script: ['disputed'] }, 'script'],
  ['a market’s life mixed with calls', { kinds: ['disputed', 'hang'] }, 'without kinds that happen to calls'],
  ['a market’s life at some calls', { kinds: ['disputed'], calls: [1] }, 'leave out calls and endpoint'],
  ['a model’s listing by schema', { service: 'openrouter', kinds: ['unlisted'], schema: 'x' }, 'concerns a model'],
])('a rule with %s is refused with a reason', (_, changes, words) => {
  const { error } = FaultRule.safeParse({ ...base, ...changes });
  expect(error && z.prettifyError(error)).toMatch(new RegExp(words));
});
