import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const columns = [
  ...ofType('string', { id: 'Id of the call' }),
  ...ofType('date', { date: 'The match day that it was made for' }),
  ...ofType('string', {
    service: '`openrouter` or `exa`',
    purpose: '`selection`, `research` or `decision`',
    event_id: 'The event, if it was about one',
    agent_id: 'The agent, if one was asked',
    model: 'The model; null for a search',
    request_sha256: 'SHA-256 of the request, hexadecimal',
    answer_sha256: 'SHA-256 of what the service said, hexadecimal: its text, or the code of a failure',
    error_code: 'How it failed; null for a call that was answered',
  }),
  ...ofType('datetime', {
    started_at: 'When it was made',
    dropped_at: 'When its answer was dropped; null for one that is part of its day',
  }),
  ...ofType('integer', {
    latency_ms: 'How long it took, in milliseconds',
    prompt_tokens: 'Tokens of the prompt',
    completion_tokens: 'Tokens of the answer',
    reasoning_tokens: 'Of them, tokens of reasoning',
    cost_micro_dollars: 'What it cost, in millionths of a US dollar; null where that is unknown',
  }),
];

export const costs: Table = {
  name: 'costs',
  description: 'Every call to a service that costs money, without its text',
  columns,
  async *read({ reads, isPublic }) {
    for await (const { usage, ...call } of reads.paidCalls.stream()) {
      if (isPublic(call.date)) yield toRow(columns, { ...usage, ...call });
    }
  },
};
