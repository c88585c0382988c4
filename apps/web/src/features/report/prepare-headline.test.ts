import { expect, test } from 'vitest';
import { prepareHeadline } from './prepare-headline.ts';

const agent = (name: string, rank: number, dollars: number) => ({ name, rank, current_bankroll_cents: dollars * 100 });

test('the headline names the agent with the most money and how many are above the start', () => {
  const headline = prepareHeadline([agent('Mistral', 1, 104_531), agent('Grok', 2, 65_762)], 18);

  expect(headline.money).toBe('Mistral has the most money.');
  expect(headline.deck).toContain('After 18 match days Mistral stands at $104,531; 1 of 2 is above');
});

test('a tie at the top names nobody', () => {
  const headline = prepareHeadline([agent('Mistral', 1, 100_000), agent('Grok', 1, 100_000)], 1);

  expect(headline.money).toBe('2 agents share the most money.');
  expect(headline.deck).toContain('After 1 match day the top bankrolls stand at $100,000; 0 of 2 are above');
});

test('no sentence calls an agent better', () => {
  const { money, skill, deck } = prepareHeadline([agent('Mistral', 1, 104_531), agent('Grok', 2, 65_762)], 18);

  expect(`${money} ${skill} ${deck}`).not.toMatch(/\b(best|better|beats?|leads?|ahead|worst)\b/i);
});
