import type { AgentRowView } from '@coliseum/api/views/agent-row-view';
import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';

/** An agent in the league table with plausible values. */
export function makeAgentRow(changes: Partial<AgentRowView> = {}): AgentRowView {
  const cents = changes.current_bankroll_cents ?? STARTING_BANKROLL_CENTS;
  return {
    id: '4'.repeat(24),
    name: 'Mistral',
    model_slug: 'mistralai/mistral-large',
    family: 'mistral',
    from: '2026-03-02',
    until: null,
    founding: true,
    departed: false,
    rank: 1,
    current_bankroll: cents / 100,
    current_bankroll_cents: cents,
    reserved_cents: 0,
    available_cents: cents,
    starting_bankroll_cents: STARTING_BANKROLL_CENTS,
    total_pnl: (cents - STARTING_BANKROLL_CENTS) / 100,
    total_pnl_cents: cents - STARTING_BANKROLL_CENTS,
    pnl_percent: (cents - STARTING_BANKROLL_CENTS) / 100_000,
    today_pnl_cents: 0,
    stats: {
      total_bets: 0,
      staked_bets: 0,
      wins: 0,
      losses: 0,
      voids: 0,
      evens: 0,
      abstentions: 0,
      passes: 0,
      no_answers: 0,
      win_rate: null,
    },
    display_color: '#27c3d9',
    display_color_text: '#1b1612',
    avatar_initials: 'ML',
    broke: false,
    form: [],
    mean_edge: null,
    brier: null,
    scored_forecasts: 0,
    bankroll_spark: [],
    ...changes,
  };
}
