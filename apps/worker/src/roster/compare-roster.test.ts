import type { AgentModel } from '@coliseum/config/agent-model';
import { createDefaultAgents, DEFAULT_MODEL_SLUGS } from '@coliseum/db/seed/default-agents';
import { expect, test } from 'vitest';
import { createIds, LOCKED_AT } from '../testing/fixtures.ts';
import { compareRoster } from './compare-roster.ts';

const agents = createDefaultAgents({ newId: createIds(), now: LOCKED_AT });
const configured: readonly AgentModel[] = DEFAULT_MODEL_SLUGS.map((slug) => ({ slug, name: null }));

test('the agents of a new database differ in nothing, in whichever order AGENT_MODELS names them', () => {
  expect(compareRoster(agents, undefined)).toEqual([]);
  expect(compareRoster(agents, configured.toReversed())).toEqual([]);
});

test("another model in an agent's place is told with the command that replaces it", () => {
  const models = configured.with(2, { slug: 'x-ai/grok-5', name: 'Grok 5' });
  expect(compareRoster(agents, models)).toEqual([
    'AGENT_MODELS names x-ai/grok-5, but in its place Grok 4.7 (x-ai/grok-4.7) plays. To replace it: "npm run arena -- agents replace --agent x-ai/grok-4.7 --model \'x-ai/grok-5=Grok 5\'".',
  ]);
});

test('an agent that was retired is told of only where AGENT_MODELS still names its model', () => {
  const retired = agents.map((agent, index) => (index === 2 ? { ...agent, until: '2026-03-04' } : agent));
  expect(compareRoster(retired, undefined)).toEqual([]);
  expect(compareRoster(retired, configured)).toEqual([
    expect.stringContaining('Grok 4.7 (x-ai/grok-4.7) has departed'),
  ]);
});

test('a name that an agent of an earlier version still has is told, with what can be done', () => {
  const earlier = agents.map((agent, index) => (index === 0 ? { ...agent, name: 'GPT-4o' } : agent));
  expect(compareRoster(earlier, undefined)).toEqual([
    expect.stringMatching(
      /^openai\/gpt-6\.1-sol plays as "GPT-4o", not as "GPT-6\.1 Sol".*AGENT_MODELS has to say openai\/gpt-6\.1-sol=GPT-4o/,
    ),
  ]);
  const named = configured.with(0, { slug: 'openai/gpt-6.1-sol', name: 'GPT-4o' });
  expect(compareRoster(earlier, named)).toEqual([]);
});
