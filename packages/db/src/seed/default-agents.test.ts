import { Agent } from '@coliseum/domain/agent';
import { AGENT_COUNT, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { expect, test } from 'vitest';
import { createDefaultAgents, DEFAULT_MODEL_SLUGS } from './default-agents.ts';

const now = new Date('2026-01-05T14:00:00Z');

function createIdCounter(): () => string {
  let last = 0;
  return () => (last += 1).toString(16).padStart(24, '0');
}

test('eight valid agents start with the same bankroll and different names, models, colours and initials', () => {
  const agents = createDefaultAgents({ newId: createIdCounter(), now });
  expect(agents.map((agent) => Agent.parse(agent))).toEqual(agents);
  expect(agents.map((agent) => agent.currentBankrollCents)).toEqual(
    Array.from({ length: AGENT_COUNT }, () => STARTING_BANKROLL_CENTS),
  );
  for (const field of ['id', 'name', 'modelSlug', 'displayColor', 'avatarInitials', 'rosterOrder'] as const) {
    expect(new Set(agents.map((agent) => agent[field])).size).toBe(8);
  }
});

test('the same ids and time give the same agents', () => {
  expect(createDefaultAgents({ newId: createIdCounter(), now })).toEqual(
    createDefaultAgents({ newId: createIdCounter(), now }),
  );
});

test('given models replace the defaults in roster order, and the rest stay', () => {
  const agents = createDefaultAgents({
    newId: createIdCounter(),
    now,
    models: [
      { slug: 'openai/gpt-9', name: 'GPT-9' },
      { slug: 'anthropic/claude-9', name: null },
    ],
  });
  const expected = DEFAULT_MODEL_SLUGS.with(0, 'openai/gpt-9').with(1, 'anthropic/claude-9');
  expect(agents.map((agent) => agent.modelSlug)).toEqual(expected);
  expect(agents.slice(0, 3).map(({ name, family }) => [name, family])).toEqual([
    ['GPT-9', 'gpt'],
    ['claude-9', 'claude'],
    ['Grok 4.7', 'grok'],
  ]);
});
