import { AppError } from '@coliseum/domain/errors/app-error';
import type { ErrorCode } from '@coliseum/domain/errors/codes';
import type { PaidService } from '@coliseum/domain/paid-call';
import type { Reservation } from '@coliseum/openrouter/reservation';

/** The budget for the paid calls of one day. Concurrent calls cannot exceed it together. */
export type DayBudget = {
  /**
   * Reserves the estimated cost of one try. Throws OPENROUTER_/EXA_BUDGET_EXHAUSTED when the budget does not cover it.
   */
  readonly reserve: (service: PaidService, estimateMicroDollars: number) => Reservation;
  readonly spentMicroDollars: () => number;
};

type BudgetOptions = {
  readonly limitMicroDollars: number;
  /** Cost of the day's earlier calls. */
  readonly spentMicroDollars: number;
};

/** Creates the budget of one day. */
export function createDayBudget({ limitMicroDollars, spentMicroDollars }: BudgetOptions): DayBudget {
  let spent = spentMicroDollars;
  let reserved = 0;
  return {
    reserve: (service, estimate) => {
      if (spent + reserved + estimate > limitMicroDollars) {
        throw createBudgetExhaustedError(service, {
          estimateMicroDollars: estimate,
          spentMicroDollars: spent,
          limitMicroDollars,
        });
      }
      reserved += estimate;
      let isOpen = true;
      return {
        settle: (costMicroDollars) => {
          if (!isOpen) return;
          isOpen = false;
          reserved -= estimate;
          spent += costMicroDollars ?? estimate;
        },
      };
    },
    spentMicroDollars: () => spent,
  };
}

const EXHAUSTED_CODES = {
  openrouter: 'OPENROUTER_BUDGET_EXHAUSTED',
  exa: 'EXA_BUDGET_EXHAUSTED',
} as const satisfies Readonly<Record<PaidService, ErrorCode>>;

function createBudgetExhaustedError(service: PaidService, details: Readonly<Record<string, number>>): AppError {
  const message = "The day's budget does not cover the call. Raise DAILY_BUDGET_USD, or wait for the next day.";
  return new AppError({ code: EXHAUSTED_CODES[service], message, details });
}
