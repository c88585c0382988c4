import { FeeRule } from '@coliseum/domain/fee-rule';
import { z } from 'zod';
import { CentsField, DecimalField, DollarsField } from './fields.ts';

/** How a bet is charged. */
const FeeRuleView = z
  .object({
    id: FeeRule,
    summary: z.string().describe('A few words, such as "7% of gross payout"'),
    sentence: z.string().describe('The rule in full sentences'),
  })
  .meta({ id: 'FeeRule' });

/** The rules the arena plays by: those of the game, and those its operator sets. */
export const RulesView = z
  .object({
    agent_count: z.int().positive(),
    matches_per_day: z.int().positive(),
    starting_bankroll: DollarsField,
    starting_bankroll_cents: CentsField,
    daily_run_at_utc: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .describe('When a match day starts, HH:MM in UTC'),
    closes_within_hours: z.number().positive().describe('Of a market, after the lock'),
    closes_after_minutes: z.number().positive().describe('Of a market, after the lock'),
    lowest_price: DecimalField,
    highest_price: DecimalField,
    candidates_shown: z.int().positive().describe('Markets the selector chooses from'),
    minimum_stake: DollarsField,
    minimum_stake_cents: CentsField,
    event_cap_percent: z.number().positive().describe('The most of its bankroll an agent may stake on one match'),
    fee_rule: FeeRuleView.describe('Of the latest match day; before the first one, the rule it will be played by'),
    first_asked_after_hours: z.number().positive().describe('From the close to the first question about the result'),
    asked_again_every_hours: z.number().positive().describe('While there is no final result'),
    delayed_after_hours: z.number().positive().describe('From the first question until an event counts as delayed'),
    rechecked_for_days: z.number().positive().describe('How long a settled result is checked for a change, once a day'),
  })
  .meta({ id: 'Rules' });
export type RulesView = z.infer<typeof RulesView>;
