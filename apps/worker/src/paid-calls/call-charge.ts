import type { PaidService } from '@coliseum/domain/paid-call';
import type { Reservation } from '@coliseum/openrouter/reservation';
import type { DayBudget } from './day-budget.ts';

/** The cost of one call, all tries included. */
export type CallCharge = {
  /** Reserves the estimated cost of one try in the day's budget. Throws when the budget does not cover it. */
  readonly reserveTry: () => Reservation;
  /** Whether at least one try was made. */
  readonly wasTried: () => boolean;
  /** Sum of the known costs; null when none is known. */
  readonly costMicroDollars: () => number | null;
};

/** Creates the charge of one call. `estimateMicroDollars` is the upper limit for the cost of one try. */
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
