import { AppError } from '@coliseum/domain/errors/app-error';
import type { CompletionInput } from './completion-request.ts';
import { estimateCostMicroDollars } from './estimate-cost.ts';
import type { ModelInfo } from './model-info.ts';

export type Reservation = {
  /** Books what the try cost instead of its estimate; null keeps the estimate, as nobody knows. Counts once. */
  readonly settle: (costMicroDollars: number | null) => void;
};

/** A limit on what completions may cost together. Calls that run at the same time cannot overspend it. */
export type Budget = {
  /** Sets the estimated cost of one try aside. Throws OPENROUTER_BUDGET_EXHAUSTED when it does not fit. */
  readonly reserve: (input: CompletionInput) => Reservation;
  readonly spentMicroDollars: () => number;
  readonly reservedMicroDollars: () => number;
};

type BudgetOptions = {
  readonly limitMicroDollars: number;
  /** The catalogue, for the prices. A model that is not in it, or has no fixed price, cannot be paid for. */
  readonly models: readonly ModelInfo[];
};

export function createBudget({ limitMicroDollars, models }: BudgetOptions): Budget {
  const bySlug = new Map(models.map((model) => [model.slug, model]));
  let spent = 0;
  let reserved = 0;
  return {
    reserve: (input) => {
      const model = bySlug.get(input.model);
      const estimate = model ? estimateCostMicroDollars(model, input) : null;
      if (estimate === null) throw priceUnknown(input.model);
      if (spent + reserved + estimate > limitMicroDollars) throw exhausted(input.model, estimate, limitMicroDollars);
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
    reservedMicroDollars: () => reserved,
  };
}

function exhausted(model: string, estimateMicroDollars: number, limitMicroDollars: number): AppError {
  const message = 'The spending limit does not cover the request. Raise it, or wait for the next day.';
  return new AppError({
    code: 'OPENROUTER_BUDGET_EXHAUSTED',
    message,
    details: { model, estimateMicroDollars, limitMicroDollars },
  });
}

function priceUnknown(model: string): AppError {
  const message = 'The price of the model is not known, so its cost cannot be limited. Configure another slug.';
  return new AppError({ code: 'OPENROUTER_BUDGET_EXHAUSTED', message, details: { model } });
}
