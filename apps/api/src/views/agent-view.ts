import { Decision } from '@coliseum/domain/bet';
import { Id } from '@coliseum/domain/id';
import { z } from 'zod';
import { AgentRowView, AgentStatsView } from './agent-row-view.ts';
import { CentsField, DateField, DecimalField, DollarsField, OutcomeField } from './fields.ts';

export const AgentByIdInput = z.object({ agent_id: Id });
export type AgentByIdInput = z.infer<typeof AgentByIdInput>;

/** One of an agent's latest bets. */
export const RecentBetView = z.object({
  bet_id: z.string(),
  event_id: z.string(),
  event_title: z.string(),
  decision: Decision,
  amount: DollarsField,
  amount_cents: CentsField,
  probability: DecimalField.nullable(),
  pnl: DollarsField.nullable(),
  pnl_cents: CentsField.nullable(),
  outcome: OutcomeField,
  date: DateField,
});
export type RecentBetView = z.infer<typeof RecentBetView>;

/** One agent with its record. */
export const AgentView = AgentRowView.extend({
  stats: AgentStatsView.extend({
    avg_bet_size: DollarsField.nullable(),
    avg_bet_size_cents: CentsField.nullable(),
    largest_win: DollarsField,
    largest_win_cents: CentsField,
    largest_loss: DollarsField,
    largest_loss_cents: CentsField,
    /** By settled P&L, among categories with a settled bet. */
    best_category: z.string().nullable(),
    worst_category: z.string().nullable(),
  }),
  /** At most ten bets, newest first, without abstentions. */
  recent_performance: z.array(RecentBetView).max(10),
  /** Settled bankroll at the end of each UTC day since the first match day, oldest first. */
  bankroll_history: z.array(z.object({ date: DateField, bankroll: DollarsField, bankroll_cents: CentsField })),
  /** The deepest fall of the settled bankroll from a high (scoring.md S5.2). */
  max_drawdown_cents: CentsField,
}).meta({ id: 'Agent' });
export type AgentView = z.infer<typeof AgentView>;
