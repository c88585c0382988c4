import { z } from 'zod';

/**
 * How a bet is charged. `gross-7`: 7 % of the gross payout, so nothing on a loss (the PRD's rule).
 * `kalshi-quadratic`: 0.07 · C · P · (1 − P) at the trade, win or lose. Stored with every bet.
 */
export const FeeRule = z.enum(['gross-7', 'kalshi-quadratic']);
export type FeeRule = z.infer<typeof FeeRule>;
