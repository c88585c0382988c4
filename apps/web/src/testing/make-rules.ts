import type { RulesView } from '@coliseum/api/views/rules-view';

/** Rules whose numbers all differ from the real ones, so that a hard-coded number on a page fails its test. */
export function makeRules(changes: Partial<RulesView> = {}): RulesView {
  return {
    agent_count: 9,
    matches_per_day: 6,
    starting_bankroll: 50_000,
    starting_bankroll_cents: 5_000_000,
    daily_run_at_utc: '09:30',
    closes_within_hours: 36,
    closes_after_minutes: 45,
    lowest_price: '0.05',
    highest_price: '0.95',
    widest_spread: '0.20',
    candidates_shown: 15,
    minimum_stake: 3,
    minimum_stake_cents: 300,
    event_cap_percent: 12,
    fee_rule: { id: 'kalshi-quadratic', summary: 'a fee at the trade', sentence: 'Every bet pays a fee.' },
    first_asked_after_hours: 4,
    asked_again_every_hours: 2,
    delayed_after_hours: 30,
    rechecked_for_days: 21,
    ...changes,
  };
}
