import { FeeRule } from '@coliseum/domain/fee-rule';
import { z } from 'zod';
import {
  describeCents,
  describeDecimal,
  describeDollars,
  describeFigure,
  describeNumber,
  describeText,
} from './fields.ts';

/** The fee on a bet. */
const FeeRuleView = z
  .object({
    id: FeeRule.meta({ description: 'Name of the rule, stored with each bet' }),
    summary: describeText('In a few words', '7% of gross payout'),
    sentence: describeText('In full sentences', 'A winning bet pays a fee of 7% of its gross payout …'),
  })
  .meta({ id: 'FeeRule', description: 'The fee on a bet' });

/** The rules of the arena: those of the game, and those its operator sets. */
export const RulesView = z
  .object({
    agent_count: describeNumber('Agents', 8),
    matches_per_day: describeNumber('Events of a match day', 5),
    starting_bankroll: describeDollars('Bankroll of each agent at the start', 100_000),
    starting_bankroll_cents: describeCents('Bankroll of each agent at the start', 10_000_000),
    daily_run_at_utc: describeText('Start of a match day, HH:MM in UTC', '14:00').regex(/^\d\d:\d\d$/),
    closes_within_hours: describeFigure('Latest close of a market, in hours after the lock, above 0', 24).positive(),
    closes_after_minutes: describeFigure(
      'Earliest close of a market, in minutes after the lock, above 0',
      30,
    ).positive(),
    lowest_price: describeDecimal('Lowest YES price that is played', '0.03'),
    highest_price: describeDecimal('Highest YES price that is played', '0.97'),
    widest_spread: describeDecimal('Widest distance between bid and ask that a price is locked in', '0.14'),
    candidates_shown: describeNumber('Markets that the selector model chooses from', 20),
    minimum_stake: describeDollars('Smallest stake', 1),
    minimum_stake_cents: describeCents('Smallest stake', 100),
    event_cap_percent: describeFigure(
      'The largest share of its bankroll that an agent may stake on one match, in percent, above 0',
      10,
    ).positive(),
    fee_rule: FeeRuleView.describe('The fee rule of the latest match day; before the first one, the rule it will use'),
    first_asked_after_hours: describeFigure(
      'Hours from the close to the first check for a result, above 0',
      2,
    ).positive(),
    asked_again_every_hours: describeFigure(
      'Hours between checks while there is no final result, above 0',
      1,
    ).positive(),
    delayed_after_hours: describeFigure(
      'Hours from the first check, or from the time the exchange announced where that is later, until an event counts as delayed; above 0',
      24,
    ).positive(),
    rechecked_for_days: describeFigure(
      'Days for which a settled result is checked for a change, once a day; above 0',
      14,
    ).positive(),
  })
  .meta({ id: 'Rules', description: 'The rules of the arena: those of the game, and those its operator sets' });
export type RulesView = z.infer<typeof RulesView>;
