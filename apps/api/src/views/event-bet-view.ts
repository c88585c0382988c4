import { AbstainReason, Bet, BetStatus, Decision } from '@coliseum/domain/bet';
import { z } from 'zod';
import {
  crestFields,
  describeCents,
  describeCount,
  describeDecimal,
  describeDollars,
  describeId,
  describeText,
  OutcomeField,
} from './fields.ts';

/** One agent's full answer on an event. */
export const EventBetView = z
  .object({
    id: describeId('the bet'),
    agent_id: describeId('the agent'),
    agent_name: describeText('Name of the agent', 'Claude-Opus'),
    model_slug: describeText("OpenRouter's name of the agent's model", 'anthropic/claude-3-opus'),
    ...crestFields,
    decision: Decision.meta({ description: 'The side taken, or ABSTAIN' }),
    abstain_kind: z
      .enum(['chosen', 'automatic'])
      .nullable()
      .meta({ description: '`chosen` is a pass, `automatic` a failure to answer; null for YES and NO' }),
    abstain_reason: AbstainReason.nullable().meta({ description: 'Why there is no stake; null for YES and NO' }),
    amount: describeDollars('The stake; 0 for ABSTAIN'),
    amount_cents: describeCents('The stake; 0 for ABSTAIN'),
    requested_amount_cents: describeCents('The stake the agent asked for, before any cap'),
    cap_applied: Bet.shape.capApplied.meta({ description: 'The cap that lowered the stake; null for none' }),
    probability: describeDecimal('Probability of YES that the agent stated; null for none', '0.60').nullable(),
    confidence: z
      .number()
      .min(0)
      .max(100)
      .nullable()
      .meta({ description: 'How sure the agent says it is, 0 to 100; null for none', examples: [80] }),
    reasoning: describeText('Why, in the words of the model', 'Based on recent inflation data …'),
    status: BetStatus.meta({ description: 'pending until its event is settled' }),
    pnl: describeDollars('Profit or loss after fees; null while open', 1_234.56).nullable(),
    pnl_cents: describeCents('Profit or loss after fees; null while open', 123_456).nullable(),
    fee_cents: describeCents('The fee; null while open', 1_234).nullable(),
    outcome: OutcomeField,
    served_model: describeText('The model that answered, as OpenRouter says', 'anthropic/claude-3-opus').nullable(),
    latency_ms: describeCount('Time to the answer, in milliseconds; null without one', 8_250).nullable(),
    cost_micro_dollars: describeCount(
      'Cost of the answer, in millionths of a US dollar; null where unknown',
      31_200,
    ).nullable(),
    prompt_system: describeText('The system prompt as it was sent', 'You are Claude-Opus …'),
    prompt_user: describeText('The prompt as it was sent', 'You are analyzing the following prediction market …'),
    raw_output: describeText('The answer as it came', '{"decision":"YES", …}'),
  })
  .meta({ id: 'EventBet', description: "One agent's full answer on an event" });
export type EventBetView = z.infer<typeof EventBetView>;
