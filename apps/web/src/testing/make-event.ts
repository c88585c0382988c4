import type { EventBetView } from '@coliseum/api/views/event-bet-view';
import type { EventRowView, ForecastView } from '@coliseum/api/views/event-row-view';
import type { EventView } from '@coliseum/api/views/event-view';

/** A forecast with plausible values; a test passes only those it is about. */
export function makeForecast(changes: Partial<ForecastView> = {}): ForecastView {
  const name = changes.agent_name ?? 'Mistral';
  return {
    agent_id: name,
    agent_name: name,
    avatar_initials: 'ML',
    decision: 'YES',
    probability: '0.50',
    stake_cents: 100_000,
    outcome: null,
    pnl_cents: null,
    automatic: false,
    ...changes,
  };
}

/** An open match with plausible values. */
export function makeEventRow(changes: Partial<EventRowView> = {}): EventRowView {
  return {
    id: '0'.repeat(24),
    batch_id: '1'.repeat(24),
    date: '2026-11-18',
    match_number: 1,
    kalshi_ticker: 'KXSNOW-26NOV18',
    title: 'Snow',
    question: 'Will it snow?',
    category: 'weather',
    locked_price: 0.38,
    locked_price_exact: '0.38',
    close_time: '2026-11-18T20:00:00.000Z',
    status: 'open',
    outcome: null,
    settlement_value: null,
    settled_at: null,
    bet_count: 0,
    staked_bets: 0,
    total_wagered: 0,
    total_wagered_cents: 0,
    forecasts: [],
    ...changes,
  };
}

/** A full answer with plausible values. */
export function makeBet(changes: Partial<EventBetView> = {}): EventBetView {
  return {
    id: '2'.repeat(24),
    agent_id: '3'.repeat(24),
    agent_name: 'Mistral',
    model_slug: 'mistralai/mistral-large',
    display_color: '#27c3d9',
    display_color_text: '#1b1612',
    avatar_initials: 'ML',
    decision: 'YES',
    abstain_kind: null,
    abstain_reason: null,
    amount: 1000,
    amount_cents: 100_000,
    requested_amount_cents: 100_000,
    cap_applied: null,
    probability: '0.50',
    confidence: 60,
    reasoning: 'Snow is likely. It is cold.',
    status: 'pending',
    pnl: null,
    pnl_cents: null,
    fee_cents: null,
    outcome: null,
    served_model: 'mistralai/mistral-large',
    latency_ms: 11_400,
    cost_micro_dollars: 21_800,
    prompt_system: 'You are Mistral.',
    prompt_user: 'Will it snow?',
    raw_output: '{}',
    ...changes,
  };
}

/** A match with its brief and answers. */
export function makeEvent(changes: Partial<EventView> = {}): EventView {
  return {
    ...makeEventRow(),
    resolution_criteria: 'YES if it snows.',
    kalshi_category: 'Climate',
    locked_bid: '0.37',
    locked_ask: '0.39',
    locked_last: '0.38',
    locked_price_basis: 'midpoint',
    locked_at: '2026-11-18T14:04:11.000Z',
    expected_resolution_time: '2026-11-18T22:00:00.000Z',
    announced_resolution_time: null,
    selection_reason: 'A close line.',
    intelligence_brief: '## Key Facts\n- It is cold. [1]',
    brief_status: 'complete',
    sources: [],
    research_completed_at: '2026-11-18T14:17:00.000Z',
    void_reason: null,
    amendments: [],
    receipt: null,
    persona_name: 'Momentum',
    fee_rule: 'gross-7',
    bets: [],
    ...changes,
  };
}
