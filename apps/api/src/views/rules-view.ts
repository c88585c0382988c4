import { FeeRule } from '@coliseum/domain/fee-rule';
import { z } from 'zod';
import { CentsField, DecimalField, DollarsField } from './fields.ts';

/** The fee on a bet. */
const FeeRuleView = z
  .object({
    id: FeeRule,
    summary: z.string().describe('In a few words, such as "7% of gross payout"'),
    sentence: z.string().describe('In full sentences'),
  })
  .meta({ id: 'FeeRule' });

/** The rules of the arena: those of the game, and those its operator sets. */
export const RulesView = z
  .object({
    agent_count: z.int().positive(),
    matches_per_day: z.int().positive(),
    starting_bankroll: DollarsField,
    starting_bankroll_cents: CentsField,
    daily_run_at_utc: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .describe('Start of a match day, HH:MM in UTC'),
    closes_within_hours: z.number().positive().describe('Latest close of a market, in hours after the lock'),
    closes_after_minutes: z.number().positive().describe('Earliest close of a market, in minutes after the lock'),
    lowest_price: DecimalField,
    highest_price: DecimalField,
    widest_spread: DecimalField.describe('Widest distance between bid and ask that a price is locked in'),
    candidates_shown: z.int().positive().describe('Number of markets that the selector model chooses from'),
    minimum_stake: DollarsField,
    minimum_stake_cents: CentsField,
    event_cap_percent: z
      .number()
      .positive()
      .describe('The largest share of its bankroll that an agent may stake on one match'),
    fee_rule: FeeRuleView.describe('The fee rule of the latest match day; before the first one, the rule it will use'),
    first_asked_after_hours: z.number().positive().describe('Hours from the close to the first check for a result'),
    asked_again_every_hours: z.number().positive().describe('Hours between checks while there is no final result'),
    delayed_after_hours: z
      .number()
      .positive()
      .describe(
        'Hours from the first check, or from the time the exchange announced where that is later, until an event counts as delayed',
      ),
    rechecked_for_days: z
      .number()
      .positive()
      .describe('Days for which a settled result is checked for a change, once a day'),
  })
  .meta({ id: 'Rules' });
export type RulesView = z.infer<typeof RulesView>;
