import { AbstainReason, Bet, BetStatus, Decision } from '@coliseum/domain/bet';
import { z } from 'zod';
import { CentsField, DecimalField, DollarsField, OutcomeField } from './fields.ts';

/** One agent's full answer on an event. */
export const EventBetView = z
  .object({
    id: z.string(),
    agent_id: z.string(),
    agent_name: z.string(),
    model_slug: z.string(),
    display_color: z.string(),
    display_color_text: z.string(),
    avatar_initials: z.string(),
    decision: Decision,
    /** `chosen` is a pass, `automatic` a failure to answer; null for YES and NO. */
    abstain_kind: z.enum(['chosen', 'automatic']).nullable(),
    abstain_reason: AbstainReason.nullable(),
    amount: DollarsField,
    amount_cents: CentsField,
    /** The stake the agent asked for, before any cap. */
    requested_amount_cents: CentsField,
    /** The cap that lowered the stake; null for none. */
    cap_applied: Bet.shape.capApplied,
    probability: DecimalField.nullable(),
    confidence: z.number().min(0).max(100).nullable(),
    reasoning: z.string(),
    status: BetStatus,
    pnl: DollarsField.nullable(),
    pnl_cents: CentsField.nullable(),
    fee_cents: CentsField.nullable(),
    outcome: OutcomeField,
    served_model: z.string().nullable(),
    latency_ms: z.int().nullable(),
    cost_micro_dollars: z.int().nullable(),
    prompt_system: z.string(),
    prompt_user: z.string(),
    raw_output: z.string(),
  })
  .meta({ id: 'EventBet' });
export type EventBetView = z.infer<typeof EventBetView>;
