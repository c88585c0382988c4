import type { EventBetView } from '@coliseum/api/views/event-bet-view';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeBet, makeEvent } from '#web/testing/make-event.ts';
import { ComparisonTable } from './comparison-table.tsx';

const render = (...bets: EventBetView[]) =>
  renderToStaticMarkup(
    <ComparisonTable event={makeEvent({ bets, status: 'settled', outcome: 'NO', settlement_value: '0.00' })} />,
  );

const bet = (agent_name: string, changes: Partial<EventBetView>) =>
  makeBet({ id: agent_name, agent_id: agent_name, agent_name, ...changes });

const silent = bet('Silent', {
  decision: 'ABSTAIN',
  abstain_kind: 'automatic',
  abstain_reason: 'timeout',
  probability: null,
  confidence: null,
  amount_cents: 0,
  reasoning: '',
});

test('answers are sorted by probability, no answers last', () => {
  const html = render(silent, bet('Low', { probability: '0.20' }), bet('High', { probability: '0.70' }));

  expect([...html.matchAll(/<tr role="row" id="bet-(\w+)"/g)].map(([, name]) => name)).toEqual([
    'High',
    'Low',
    'Silent',
  ]);
});

test('a failure is explained as what failed, not shown as a pass', () => {
  const html = render(silent);

  expect(html).toContain('It did not answer within the time limit.');
  expect(html).toContain('not counted as a pass');
  expect(html).not.toMatch(/>pass/i);
});

test('a bet against its own number and a capped stake are marked', () => {
  const html = render(bet('Odd', { decision: 'YES', probability: '0.20', cap_applied: 'per_event' }));

  expect(html).toContain('Bet and number disagree');
  expect(html).toContain('Cut to the arena’s cap');
  expect(render(bet('Even', { probability: '0.70' }))).not.toContain('disagree');
});

test.each([
  ['per_event', 'Cut to the arena’s cap'],
  ['persona', 'Cut to the persona’s cap'],
  ['available', 'Cut to the money available'],
] as const)('a stake that the cap %s lowered says so', (cap_applied, text) => {
  expect(render(bet('Bold', { cap_applied }))).toContain(text);
});

test('reasoning, prompt and output are rendered as text', () => {
  const html = render(bet('Sly', { reasoning: 'First. <b>Second</b>', prompt_user: '<i>q</i>', raw_output: '' }));

  expect(html).toContain('First. &lt;b&gt;Second&lt;/b&gt;');
  expect(html).toContain('&lt;i&gt;q&lt;/i&gt;');
  expect(html).toContain('(empty)');
});
