import { RECENT_BETS_SHOWN } from '@coliseum/domain/arena-rules';
import { expect, test } from 'vitest';
import { ANSWERS_PER_DAY, LOCKED_AT, makeAgent, makeAnswer, makeMarket, makePersona } from '../testing/fixtures.ts';
import { buildBetSystemPrompt, buildBetUserPrompt, type BetPromptInput } from './betting/bet-prompt.ts';
import { createAbstention, mergeRepair, toAnswer } from './betting/to-answer.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';

test('a checkpoint survives the round trip', () => {
  const answers = [makeAnswer({ decision: 'ABSTAIN', abstainReason: 'timeout', errorCode: 'OPENROUTER_TIMEOUT' })];
  const checkpoint = { betting: { answers, quotes: [] } };
  expect(readCheckpoint(writeCheckpoint(checkpoint))).toEqual(checkpoint);
});

test('a checkpoint of a version without error codes can still be read', () => {
  const { errorCode: _, ...older } = makeAnswer();
  const stored = JSON.stringify({ betting: { answers: [older], quotes: [] } });
  expect(readCheckpoint(stored)).toEqual({ betting: { answers: [makeAnswer()], quotes: [] } });
});

test('a checkpoint of a version without announced times can still be read', () => {
  const market = makeMarket({ announcedResolutionTime: null });
  const { announcedResolutionTime: _, ...older } = market;
  const stored = JSON.stringify({ ingestion: { lockedAt: LOCKED_AT, markets: [older] } });
  expect(readCheckpoint(stored)).toEqual({ ingestion: { lockedAt: LOCKED_AT, markets: [market] } });
});

/** The largest prompts: of a brief and of past titles that grow when they are escaped. */
function buildLargestPrompts(): { readonly promptSystem: string; readonly promptUser: string } {
  const bet = { decision: 'YES', amountCents: 100, pnlCents: 100, result: 'WIN' } as const;
  const recentBets = Array.from({ length: RECENT_BETS_SHOWN }, () => ({ ...bet, eventTitle: '&'.repeat(600) }));
  const agent = makeAgent();
  const input: BetPromptInput = {
    standing: { agent, rank: 1, agentCount: 8, availableCents: 1_000_000, winRate: 0.5, recentBets },
    persona: makePersona(),
    market: makeMarket({ question: '&'.repeat(1_800) }),
    brief: { eventId: agent.id, text: '&'.repeat(8_000), status: 'complete', sources: [], completedAt: LOCKED_AT },
    feeRule: 'gross-7',
  };
  return { promptSystem: buildBetSystemPrompt(input), promptUser: buildBetUserPrompt(input) };
}

test.each([
  [
    'a valid answer of 9 MB',
    `{"decision":"NO","amount":5,"confidence":60,"probability":0.4,"reasoning":"${'x'.repeat(9e6)}"}`,
  ],
  [
    'a valid answer that is just not too long',
    `{"decision":"NO","amount":5,"confidence":60,"probability":0.4,"reasoning":"${'漢'.repeat(99_000)}"}`,
  ],
  ['quotation marks, of which JSON makes two', '"'.repeat(99_000)],
  ['line breaks', '\n'.repeat(200_000)],
  ['letters of three bytes', '漢'.repeat(99_000)],
])('forty times %s leave a checkpoint at half of what a document holds', (_, text) => {
  const completion = {
    text,
    servedModel: 'm'.repeat(200),
    finishReason: 'stop',
    refusal: null,
    usage: { promptTokens: 1, completionTokens: 1, reasoningTokens: 0, costMicroDollars: 1 },
    latencyMs: 1,
    generationId: 'g',
  };
  const refused = toAnswer({ ...completion, refusal: text });
  const prompts = buildLargestPrompts();
  const once = [refused, toAnswer(completion), createAbstention('unavailable', text)];
  for (const answer of [...once, mergeRepair(toAnswer(completion), toAnswer(completion))]) {
    const answers = Array.from({ length: ANSWERS_PER_DAY }, () => makeAnswer({ ...answer, ...prompts }));
    const checkpoint = writeCheckpoint({ betting: { answers, quotes: [] } });
    expect(Buffer.byteLength(checkpoint)).toBeLessThan(8_000_000);
    expect(readCheckpoint(checkpoint).betting?.answers).toEqual(answers);
  }
});

test('a checkpoint that does not match its schema is an error, never an empty checkpoint', () => {
  expect(() => readCheckpoint('{"betting":{}}')).toThrow('does not match its schema');
});
