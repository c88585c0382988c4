import { BetUsage } from '@coliseum/domain/bet';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUsage } from './read-usage.ts';
import { WireUsage } from './wire.ts';

const read = (usage: unknown) => readUsage(WireUsage.nullish().catch(null).parse(usage));

test.each([
  [1820.5, 1821],
  ['1820', 1820],
  [' 1820.4 ', 1820],
  [0, 0],
  [-5, 0],
  ['many', 0],
  ['', 0],
  [null, 0],
  [true, 0],
  [[7], 0],
  [{ total: 7 }, 0],
  [1e300, 2_147_483_647],
])('%j tokens are counted as %d', (tokens, counted) => {
  expect(read({ prompt_tokens: tokens, completion_tokens: tokens }).promptTokens).toBe(counted);
  expect(read({ completion_tokens_details: { reasoning_tokens: tokens } }).reasoningTokens).toBe(counted);
});

test.each([
  [0.0046, 4_600],
  ['0.0046', 4_600],
  [0.00000049, 0],
  [0, 0],
  [-1, null],
  ['free', null],
  [{ total: 1 }, null],
  [1e9, null],
  [undefined, null],
])('a cost of %j is %j micro-dollars', (cost, microDollars) => {
  expect(read({ cost }).costMicroDollars).toBe(microDollars);
});

test.each([
  ['the provider’s charge', { upstream_inference_cost: 0.0003253 }, 325],
  [
    'the provider’s charge in two parts',
    { upstream_inference_prompt_cost: 0.001, upstream_inference_completions_cost: 0.002 },
    3_000,
  ],
  ['nothing', {}, null],
  ['half of the provider’s charge', { upstream_inference_prompt_cost: 0.001 }, null],
])('with a key of one’s own, %s is the cost beside the fee', (_, cost_details, microDollars) => {
  expect(read({ cost: 0, is_byok: true, cost_details }).costMicroDollars).toBe(microDollars);
  const withFee = microDollars === null ? null : microDollars + 50;
  expect(read({ cost: 0.00005, is_byok: true, cost_details }).costMicroDollars).toBe(withFee);
});

test('without a key of one’s own, the cost has the provider’s charge in it already', () => {
  const cost_details = { upstream_inference_cost: 0.0046 };
  expect(read({ cost: 0.0046, is_byok: false, cost_details }).costMicroDollars).toBe(4_600);
  expect(read({ cost: 0.0046, cost_details }).costMicroDollars).toBe(4_600);
});

test('whatever stands in the statistics, the database takes what is read', () => {
  const keys = ['prompt_tokens', 'completion_tokens', 'cost', 'is_byok', 'cost_details', 'completion_tokens_details'];
  const odd = fc.oneof(fc.jsonValue(), fc.double(), fc.bigInt(), fc.constant(undefined));
  const usage = fc.oneof(odd, fc.dictionary(fc.constantFrom(...keys), fc.oneof(odd, fc.dictionary(fc.string(), odd))));
  fc.assert(
    fc.property(usage, (wire) => {
      const { promptTokens, completionTokens, reasoningTokens, ...rest } = BetUsage.parse(read(wire));
      expect(Math.max(promptTokens, completionTokens, reasoningTokens)).toBeLessThan(2 ** 31);
      expect(rest.costMicroDollars ?? 0).toBeLessThanOrEqual(1e9);
    }),
  );
});
