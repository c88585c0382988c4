import { expect, test } from 'vitest';
import { prepareHeadline } from './prepare-headline.ts';

const statement = 'Nobody is separable from the market or from each other yet.';
const agent = (name: string, rank: number, dollars: number) => ({ name, rank, current_bankroll_cents: dollars * 100 });

test('the headline names the agent with the most money and how many are above the start', () => {
  const headline = prepareHeadline({
    agents: [agent('Mistral', 1, 104_531), agent('Grok', 2, 65_762)],
    statement,
    matchDays: 18,
  });

  expect(headline.money).toBe('Mistral has the most money.');
  expect(headline.deck).toContain('After 18 match days Mistral stands at $104,531; 1 of 2 is above');
});

test('a tie at the top names nobody', () => {
  const headline = prepareHeadline({
    agents: [agent('Mistral', 1, 100_000), agent('Grok', 1, 100_000)],
    statement,
    matchDays: 1,
  });

  expect(headline.money).toBe('2 agents share the most money.');
  expect(headline.deck).toContain('After 1 match day the top bankrolls stand at $100,000; 0 of 2 are above');
});

test('what is said about skill is what the figures say', () => {
  const agents = [agent('Mistral', 1, 104_531)];
  const separable = '1 of 8 is separable from the market (worse); the order among the rest is not settled.';

  expect(prepareHeadline({ agents, statement: separable, matchDays: 180 }).skill).toBe(separable);
});

test('no sentence calls an agent better', () => {
  const { money, skill, deck } = prepareHeadline({
    agents: [agent('Mistral', 1, 104_531), agent('Grok', 2, 65_762)],
    statement,
    matchDays: 18,
  });

  expect(`${money} ${skill} ${deck}`).not.toMatch(/\b(best|better|beats?|leads?|ahead|worst)\b/i);
});
