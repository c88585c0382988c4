import type { PaidService } from '@coliseum/domain/paid-call';
import type { Reservation } from '@coliseum/openrouter/reservation';
import type { DayBudget } from './day-budget.ts';

/** What one call costs, its repeated tries together. */
export type CallCharge = {
  /** Sets the cost of one try aside, out of the day's budget. Throws when it does not fit. */
  readonly reserveTry: () => Reservation;
  /** Whether any try was made. */
  readonly wasTried: () => boolean;
  /** The sum of what is known; null where nothing is. */
  readonly costMicroDollars: () => number | null;
};

export function createCallCharge(budget: DayBudget, service: PaidService, estimateMicroDollars: number): CallCharge {
  let tries = 0;
  let cost: number | null = null;
  return {
    reserveTry: () => {
      const reservation = budget.reserve(service, estimateMicroDollars);
      tries += 1;
      return {
        settle: (costMicroDollars) => {
          reservation.settle(costMicroDollars);
          if (costMicroDollars !== null) cost = (cost ?? 0) + costMicroDollars;
        },
      };
    },
    wasTried: () => tries > 0,
    costMicroDollars: () => cost,
  };
}
