import { Decision } from '@coliseum/domain/bet';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { z } from 'zod';
import { describeCents, describeDecimal, describeFigure, describeText } from './fields.ts';

/** One agent's answer on one event, with every field that the day's receipt covers. */
export const CoveredAnswerView = z
  .object({
    agent: z
      .object({
        name: describeText('Name of the agent', 'GPT-6.1'),
        model_slug: describeText('Its model, as OpenRouter names it', 'openai/gpt-6.1-sol'),
      })
      .nullable()
      .meta({ description: 'Who answered; null only when the agent has been deleted' }),
    decision: Decision.meta({ description: 'What the answer says. ABSTAIN is a pass or no answer' }),
    abstain_reason: describeText('Why there is no stake: `chosen` is a pass, all else a failure', 'timeout').nullable(),
    abstain_detail: describeText('The same in a sentence', 'The model did not answer within 120 s.').nullable(),
    probability: describeDecimal('The chance of YES that the agent stated').nullable(),
    confidence: describeFigure('How sure the agent said it is, in percent, 0 to 100', 72.5).nullable(),
    requested_amount_cents: describeCents('What the agent wanted to stake'),
    amount_wagered_cents: describeCents('The stake'),
    cap_applied: describeText('The cap that cut the stake, if any', 'per_event').nullable(),
    reserved_cents: describeCents('What the bet can lose, reserved until it is settled'),
    locked_price_at_bet: describeDecimal('The YES price of the bet'),
    fee_rule: FeeRule.meta({ description: 'How the bet is charged' }),
    reasoning_trace: describeText('The reasons that the agent gave', 'The front arrives late.'),
    prompt_system: describeText('The system prompt', 'You are an agent in an arena.'),
    prompt_user: describeText('The user prompt, with the brief', 'The market asks: Will it rain?'),
    raw_output: describeText('What the model returned, unchanged', '{"decision":"YES"}'),
    rejected_output: describeText('A first output that was unusable, unchanged', 'Let me think.').nullable(),
    served_model: describeText('The model that answered, by the provider’s word', 'openai/gpt-6.1-sol').nullable(),
  })
  .meta({ id: 'CoveredAnswer', description: 'An answer with every field that the receipt covers' });
