import { FeeRule } from '@coliseum/domain/fee-rule';
import { expect, test } from 'vitest';
import { LOCKED_AT, makeAgent, makeMarket, makePersona } from '../testing/fixtures.ts';
import { buildBetSystemPrompt } from './betting/bet-prompt.ts';
import { readDecision } from './betting/read-decision.ts';
import { SELECTION_SCHEMA, SELECTION_SYSTEM_PROMPT } from './ingestion/selection-prompt.ts';

const RECENT_BET = {
  eventTitle: 'Snow in Denver',
  decision: 'NO',
  amountCents: 50_000,
  pnlCents: -50_000,
  result: 'LOSS',
} as const;

test('the selection prompt matches the reviewed text, which "vitest -u" updates', async () => {
  const text = `${SELECTION_SYSTEM_PROMPT}\n\n${JSON.stringify(SELECTION_SCHEMA, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../fixtures/prompts/selection.txt');
});

test.each(FeeRule.options)('the system prompt of a bet under %s matches the reviewed text', async (feeRule) => {
  const agent = makeAgent({ reservedCents: 100_000 });
  const prompt = buildBetSystemPrompt({
    standing: { agent, rank: 2, agentCount: 8, availableCents: 9_900_000, winRate: 0.5, recentBets: [RECENT_BET] },
    persona: makePersona(),
    market: makeMarket(),
    brief: { eventId: agent.id, text: 'A brief.', status: 'complete', sources: [], completedAt: LOCKED_AT },
    feeRule,
  });
  await expect(`${prompt}\n`).toMatchFileSnapshot(`../../fixtures/prompts/bet-${feeRule}.txt`);
});

test('a stake below the minimum is refused with the minimum stake', () => {
  const read = readDecision({ decision: 'NO', amount: 0.5, confidence: 60, probability: 0.3, reasoning: 'Clouds.' });
  expect(read).toEqual({ ok: false, error: 'amount: NO needs a stake of at least $1' });
});
