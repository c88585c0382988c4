import {
  AGENT_COUNT,
  ASKED_AGAIN_EVERY_HOURS,
  CANDIDATES_SHOWN,
  CLOSES_AFTER_MINUTES,
  CLOSES_WITHIN_HOURS,
  DELAYED_AFTER_HOURS,
  EVENT_CAP_PERCENT,
  FEE_PERCENT,
  FIRST_ASKED_AFTER_HOURS,
  HIGHEST_PRICE_MICROS,
  LOWEST_PRICE_MICROS,
  MATCHES_PER_DAY,
  MINIMUM_STAKE_CENTS,
  RECHECKED_FOR_DAYS,
  STARTING_BANKROLL_CENTS,
  WIDEST_SPREAD_MICROS,
} from '@coliseum/domain/arena-rules';
import { assertNever } from '@coliseum/domain/assert';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import { centsToDollars } from '@coliseum/domain/money';
import { formatMicros } from '@coliseum/domain/price';
import type { RulesView } from '../views/rules-view.ts';

type RulesInput = {
  /** `HH:MM`. */
  readonly dailyRunAtUtc: string;
  readonly feeRule: FeeRule;
};

/** The rules as shown to spectators. */
export function buildRules({ dailyRunAtUtc, feeRule }: RulesInput): RulesView {
  return {
    agent_count: AGENT_COUNT,
    matches_per_day: MATCHES_PER_DAY,
    starting_bankroll: centsToDollars(STARTING_BANKROLL_CENTS),
    starting_bankroll_cents: STARTING_BANKROLL_CENTS,
    daily_run_at_utc: dailyRunAtUtc,
    closes_within_hours: CLOSES_WITHIN_HOURS,
    closes_after_minutes: CLOSES_AFTER_MINUTES,
    lowest_price: formatMicros(LOWEST_PRICE_MICROS),
    highest_price: formatMicros(HIGHEST_PRICE_MICROS),
    widest_spread: formatMicros(WIDEST_SPREAD_MICROS),
    candidates_shown: CANDIDATES_SHOWN,
    minimum_stake: centsToDollars(MINIMUM_STAKE_CENTS),
    minimum_stake_cents: MINIMUM_STAKE_CENTS,
    event_cap_percent: EVENT_CAP_PERCENT,
    fee_rule: describeFeeRule(feeRule),
    first_asked_after_hours: FIRST_ASKED_AFTER_HOURS,
    asked_again_every_hours: ASKED_AGAIN_EVERY_HOURS,
    delayed_after_hours: DELAYED_AFTER_HOURS,
    rechecked_for_days: RECHECKED_FOR_DAYS,
  };
}

function describeFeeRule(id: FeeRule): RulesView['fee_rule'] {
  switch (id) {
    case 'gross-7':
      return {
        id,
        summary: `${FEE_PERCENT}% of gross payout`,
        sentence:
          `A winning bet pays a fee of ${FEE_PERCENT}% of its gross payout, which is the stake divided by the price of ` +
          'the side taken. A losing bet pays no fee.',
      };
    case 'kalshi-quadratic':
      return {
        id,
        summary: `${FEE_PERCENT}% of stake × (1 − price)`,
        sentence:
          `Every bet pays a fee on top of its stake, win or lose: ${FEE_PERCENT}% of the stake times one minus the price ` +
          'of the side taken.',
      };
    default:
      return assertNever(id);
  }
}
