import type { Reservation } from '@coliseum/openrouter/reservation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDayBudget } from './day-budget.ts';

test('a reservation holds its estimate until it is settled at the real cost', () => {
  const budget = createDayBudget({ limitMicroDollars: 100, spentMicroDollars: 0 });
  const reservation = budget.reserve('openrouter', 60);
  expect(budget.spentMicroDollars()).toBe(0);
  expect(() => budget.reserve('openrouter', 41)).toThrow('budget');
  reservation.settle(10);
  reservation.settle(10);
  expect(budget.spentMicroDollars()).toBe(10);
  expect(() => budget.reserve('openrouter', 91)).toThrow('budget');
  expect(() => budget.reserve('openrouter', 90)).not.toThrow();
});

test('an unknown cost counts as its estimate', () => {
  const budget = createDayBudget({ limitMicroDollars: 100, spentMicroDollars: 0 });
  budget.reserve('exa', 60).settle(null);
  expect(budget.spentMicroDollars()).toBe(60);
});

test('a concurrent call that exceeds the budget is refused, and allowed once the first one cost less', () => {
  const budget = createDayBudget({ limitMicroDollars: 100, spentMicroDollars: 0 });
  const first = budget.reserve('openrouter', 60);
  const error = {
    code: 'OPENROUTER_BUDGET_EXHAUSTED',
    retryable: false,
    details: { estimateMicroDollars: 60, spentMicroDollars: 0, limitMicroDollars: 100 },
  };
  expect(() => budget.reserve('openrouter', 60)).toThrow(expect.objectContaining(error));
  first.settle(40);
  expect(() => budget.reserve('openrouter', 60)).not.toThrow();
});

test('earlier spending of the day counts, and the error names the service', () => {
  const budget = createDayBudget({ limitMicroDollars: 100, spentMicroDollars: 96 });
  expect(() => budget.reserve('exa', 5)).toThrow(expect.objectContaining({ code: 'EXA_BUDGET_EXHAUSTED' }));
  expect(() => budget.reserve('exa', 4)).not.toThrow();
});

test('overlapping calls are let through exactly as far as the limit covers them', () => {
  const step = fc.record({
    estimate: fc.nat(50),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    isSettlement: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.nat(300), fc.array(step), (limitMicroDollars, steps) => {
      const budget = createDayBudget({ limitMicroDollars, spentMicroDollars: 0 });
      const open: { reservation: Reservation; estimate: number }[] = [];
      for (const { estimate, share, isSettlement } of steps) {
        const oldest = isSettlement ? open.shift() : undefined;
        const reserved = open.reduce((sum, call) => sum + call.estimate, 0);
        if (oldest) oldest.reservation.settle(Math.floor(oldest.estimate * share));
        else if (budget.spentMicroDollars() + reserved + estimate <= limitMicroDollars) {
          open.push({ reservation: budget.reserve('openrouter', estimate), estimate });
        } else expect(() => budget.reserve('openrouter', estimate)).toThrow('budget');
      }
    }),
  );
});
