import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import type { CompletionInput } from './completion-request.ts';
import { estimateCostMicroDollars } from './estimate-cost.ts';
import { readModelInfo, type ModelInfo } from './model-info.ts';

function buildModel(prompt: string, completion: string): ModelInfo {
  return ensurePresent(readModelInfo({ id: 'acme/oracle-5', pricing: { prompt, completion } }), 'a readable model');
}

function buildInput(maxTokens: number, user = ''): CompletionInput {
  return { model: 'acme/oracle-5', system: '', user, schema: { name: 'x', jsonSchema: {} }, maxTokens };
}

test('the estimate is the worked example of its documentation', () => {
  // The empty schema counts for two bytes.
  expect(estimateCostMicroDollars(buildModel('0.000002', '0.00001'), buildInput(500, 'x'.repeat(3_998)))).toBe(9_000);
});

test('an estimate is rounded up, and counts bytes, not letters', () => {
  expect(estimateCostMicroDollars(buildModel('0.0000000001', '0'), buildInput(1))).toBe(1);
  expect(estimateCostMicroDollars(buildModel('0.000001', '0'), buildInput(1, '雨'))).toBe(3);
});

test.each([
  ['not in the catalogue', undefined],
  ['without a fixed price', buildModel('-1', '-1')],
])('a model that is %s counts as an expensive one', (_, unpriced) => {
  expect(estimateCostMicroDollars(unpriced, buildInput(1_000, 'x'.repeat(1_998)))).toBe(1_000 * 5 + 1_000 * 25);
});
