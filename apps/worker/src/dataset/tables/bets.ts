import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const columns = [
  ...ofType('string', {
    id: 'Id of the answer: `bet_id` elsewhere',
    batch_id: 'The match day',
    agent_id: 'The agent',
    event_id: 'The event',
    decision: '`YES`, `NO` or `ABSTAIN`',
    abstain_reason: 'Why there is no stake: `chosen` is a pass, all else is a failure and never a decision',
    abstain_detail: 'The same in a sentence',
  }),
  ...ofType('decimal', { probability: 'The chance of YES that the agent stated, 0 to 1; null when it gave none' }),
  ...ofType('number', { confidence: 'How sure the agent said it is, in percent, 0 to 100' }),
  ...ofType('integer', {
    requested_amount_cents: 'What the agent wanted to stake, in US cents',
    amount_wagered_cents: 'The stake, in US cents; 0 for ABSTAIN',
    reserved_cents: 'What the bet can lose, in US cents',
  }),
  ...ofType('string', { cap_applied: 'The cap that cut the stake: `per_event`, `persona`, `available`' }),
  ...ofType('decimal', { locked_price_at_bet: 'The YES price of the bet, above 0 and below 1' }),
  ...ofType('string', {
    fee_rule: 'How the bet is charged',
    reasoning_trace: 'The reasons that the agent gave',
    prompt_system: 'The system prompt',
    prompt_user: 'The user prompt, with the brief',
    raw_output: 'What the model returned, unchanged',
    rejected_output: 'A first output that was unusable, unchanged',
    served_model: 'The model that answered, by the word of the provider',
  }),
  ...ofType('integer', {
    prompt_tokens: 'Tokens of the prompt; null where the provider did not say',
    completion_tokens: 'Tokens of the answer',
    reasoning_tokens: 'Of them, tokens of reasoning',
    cost_micro_dollars: 'Cost of the answer, in millionths of a US dollar',
    latency_ms: 'How long the answer took, in milliseconds',
  }),
  ...ofType('string', { status: '`pending` or `settled`', outcome: '`WIN`, `LOSS`, `EVEN`, `VOID` or `ABSTAIN`' }),
  ...ofType('integer', {
    pnl_cents: 'Profit or loss, in US cents; null until it is settled',
    fee_cents: 'The fee in it, in US cents',
  }),
  ...ofType('datetime', { created_at: 'When it was committed', settled_at: 'When it was settled' }),
];

export const bets: Table = {
  name: 'bets',
  description: 'Every answer of every agent, bets, passes and missing ones, with prompts and raw outputs',
  columns,
  async *read({ reads }) {
    for await (const { usage, ...bet } of reads.bets.stream()) yield toRow(columns, { ...usage, ...bet });
  },
};
