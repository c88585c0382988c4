import { present } from '@coliseum/domain/assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBudget, type Reservation } from './budget.ts';
import type { CompletionInput } from './completion-request.ts';
import { estimateCostMicroDollars } from './estimate-cost.ts';
import { readModelInfo, type ModelInfo } from './model-info.ts';

function model(prompt: string, completion: string): ModelInfo {
  return present(readModelInfo({ id: 'acme/oracle-5', pricing: { prompt, completion } }), 'a readable model');
}

function input(maxTokens: number, user = ''): CompletionInput {
  return { model: 'acme/oracle-5', system: '', user, schema: { name: 'x', jsonSchema: {} }, maxTokens };
}

/** One completion token costs one micro-dollar, the prompt nothing. */
const models = [model('0', '0.000001')];

test('the estimate is the worked example of its documentation', () => {
  // The empty schema counts for two bytes.
  expect(estimateCostMicroDollars(model('0.000002', '0.00001'), input(500, 'x'.repeat(3_998)))).toBe(9_000);
});

test('an estimate is rounded up, and counts bytes, not letters', () => {
  expect(estimateCostMicroDollars(model('0.0000000001', '0'), input(1))).toBe(1);
  expect(estimateCostMicroDollars(model('0.000001', '0'), input(1, '雨'))).toBe(3);
});

test('a model whose price varies has no estimate', () => {
  expect(estimateCostMicroDollars(model('-1', '-1'), input(1))).toBeNull();
});

test('a reservation holds its estimate until it is settled at the real cost', () => {
  const budget = createBudget({ limitMicroDollars: 100, models });
  const reservation = budget.reserve(input(60));
  expect([budget.reservedMicroDollars(), budget.spentMicroDollars()]).toEqual([60, 0]);
  reservation.settle(10);
  reservation.settle(10);
  expect([budget.reservedMicroDollars(), budget.spentMicroDollars()]).toEqual([0, 10]);
});

test('a cost that nobody knows counts as estimated', () => {
  const budget = createBudget({ limitMicroDollars: 100, models });
  budget.reserve(input(60)).settle(null);
  expect(budget.spentMicroDollars()).toBe(60);
});

test('a call at the same time is refused when both would not fit, and fits after the first was cheap', () => {
  const budget = createBudget({ limitMicroDollars: 100, models });
  const first = budget.reserve(input(60));
  const error = {
    code: 'OPENROUTER_BUDGET_EXHAUSTED',
    retryable: false,
    details: { model: 'acme/oracle-5', estimateMicroDollars: 60, limitMicroDollars: 100 },
  };
  expect(() => budget.reserve(input(60))).toThrow(expect.objectContaining(error));
  first.settle(40);
  expect(() => budget.reserve(input(60))).not.toThrow();
});

test.each([
  ['not in the catalogue', { ...input(1), model: 'acme/unknown' }, models],
  ['without a fixed price', input(1), [model('-1', '-1')]],
])('a model that is %s cannot be paid for', (_, call, catalogue) => {
  const budget = createBudget({ limitMicroDollars: 1_000_000, models: catalogue });
  expect(() => budget.reserve(call)).toThrow(expect.objectContaining({ code: 'OPENROUTER_BUDGET_EXHAUSTED' }));
});

test('however calls overlap, they never spend more than the limit', () => {
  const step = fc.record({
    tokens: fc.nat(50),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    isSettlement: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.nat(300), fc.array(step), (limitMicroDollars, steps) => {
      const budget = createBudget({ limitMicroDollars, models });
      const open: { reservation: Reservation; tokens: number }[] = [];
      for (const { tokens, share, isSettlement } of steps) {
        const oldest = isSettlement ? open.shift() : undefined;
        if (oldest) oldest.reservation.settle(Math.floor(oldest.tokens * share));
        else if (budget.spentMicroDollars() + budget.reservedMicroDollars() + tokens <= limitMicroDollars) {
          open.push({ reservation: budget.reserve(input(tokens)), tokens });
        }
        expect(budget.spentMicroDollars() + budget.reservedMicroDollars()).toBeLessThanOrEqual(limitMicroDollars);
      }
    }),
  );
});
