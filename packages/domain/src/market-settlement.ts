import { z } from 'zod';
import { EventOutcome } from './event.ts';
import { DecimalPrice } from './price.ts';

/** How a market ended, whether it was selected or not. */
export const MarketSettlement = z.object({
  outcome: EventOutcome,
  /** What one YES contract paid; null for VOID. */
  value: DecimalPrice.nullable(),
  /** When the arena learned of it first. */
  settledAt: z.date(),
});
export type MarketSettlement = z.infer<typeof MarketSettlement>;
