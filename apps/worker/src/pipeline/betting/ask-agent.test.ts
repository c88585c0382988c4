import { BROKE_BELOW_CENTS, MINIMUM_STAKE_CENTS } from '@coliseum/domain/arena-rules';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { Completion } from '@coliseum/openrouter/completion';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import { expect, test } from 'vitest';
import type { CallSubject } from '../../paid-calls/call-subject.ts';
import { LOCKED_AT, makeAgent, makeMarket, makePersona } from '../../testing/fixtures.ts';
import { askAgent } from './ask-agent.ts';
import type { BetPromptInput } from './bet-prompt.ts';

const SETTINGS = { decisionTimeoutMs: 300_000 };
const GOOD = { decision: 'NO', amount: 500, confidence: 60, probability: 0.3, reasoning: 'Dry air.' };
const agent = makeAgent();
const input: BetPromptInput = {
  standing: { agent, rank: 1, agentCount: 8, availableCents: 10_000_000, winRate: null, recentBets: [] },
  persona: makePersona(),
  market: makeMarket(),
  brief: { eventId: makeMarket().eventId, text: 'brief', status: 'complete', sources: [], completedAt: LOCKED_AT },
  feeRule: 'gross-7',
};

function makeCompletion({ json, ...fields }: Partial<Completion> & { readonly json?: unknown }): Completion {
  const usage = { promptTokens: 100, completionTokens: 10, reasoningTokens: 0, costMicroDollars: 7 };
  const defaults = {
    text: JSON.stringify(json ?? 'prose'),
    servedModel: 'm',
    finishReason: 'stop',
  };
  return { ...defaults, refusal: null, usage, latencyMs: 1_000, generationId: 'g', ...fields };
}

/** A context whose model gives these answers in turn, with the requests it received. */
function createScriptedModel(answers: readonly (Completion | AppError)[]) {
  const requests: CompletionInput[] = [];
  const complete = (_subject: CallSubject, request: CompletionInput): Promise<Completion> => {
    const answer = answers[requests.length];
    requests.push(request);
    if (answer === undefined) throw new Error('asked too often');
    return answer instanceof AppError ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const paid = { complete, answer: () => Promise.reject(new Error('no research here')) };
  const clock = { elapsedMs: 0 };
  const processClock = { now: () => new Date(clock.elapsedMs) };
  return { requests, clock, context: { paid, processClock, settings: SETTINGS, findTemperature: () => 0.7 } };
}

test('a usable answer is accepted without a second call', async () => {
  const { requests, context } = createScriptedModel([makeCompletion({ json: GOOD })]);
  const answer = await askAgent(context, input);
  expect(requests).toHaveLength(1);
  expect(answer).toMatchObject({
    decision: 'NO',
    requestedAmountCents: 50_000,
    probability: '0.30',
    abstainReason: null,
  });
  expect(answer).toMatchObject({ rejectedOutput: null, latencyMs: 1_000, agentId: agent.id });
});

test('an unusable answer is sent back once within the remaining time, and both answers are stored', async () => {
  const { requests, context } = createScriptedModel([
    makeCompletion({ text: 'I think NO' }),
    makeCompletion({ json: GOOD }),
  ]);
  const answer = await askAgent(context, input);
  expect(answer).toMatchObject({ decision: 'NO', rejectedOutput: 'I think NO', latencyMs: 2_000 });
  expect(answer.usage).toMatchObject({ promptTokens: 200, costMicroDollars: 14 });
  expect(requests[1]?.user).toContain('could not be used');
  expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([300_000, 299_000]);
});

test('the time of failed tries is deducted from the time for a repair', async () => {
  const { requests, clock, context } = createScriptedModel([makeCompletion({}), makeCompletion({ json: GOOD })]);
  const { complete } = context.paid;
  const slow: typeof complete = async (...request) => {
    clock.elapsedMs += 250_000;
    return await complete(...request);
  };
  await askAgent({ ...context, paid: { ...context.paid, complete: slow } }, input);
  expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([300_000, 50_000]);
});

test('a second unusable answer is an automatic abstention', async () => {
  const { requests, context } = createScriptedModel([makeCompletion({}), makeCompletion({})]);
  expect(await askAgent(context, input)).toMatchObject({
    decision: 'ABSTAIN',
    abstainReason: 'invalid_output',
    probability: null,
  });
  expect(requests).toHaveLength(2);
});

test('an answer that ran out of room is asked for again with more of it, and told why', async () => {
  const { requests, context } = createScriptedModel([
    makeCompletion({ text: '', finishReason: 'length' }),
    makeCompletion({ json: GOOD }),
  ]);
  expect(await askAgent(context, input)).toMatchObject({ decision: 'NO', rejectedOutput: '' });
  expect(requests.map(({ maxTokens }) => maxTokens)).toEqual([8_000, 16_000]);
  expect(requests[1]?.user).toContain('cut off because it was too long');
});

test('an answer with two decisions is sent back, and told why', async () => {
  const text = `Draft: ${JSON.stringify({ ...GOOD, decision: 'YES', amount: 9000 })} Final: ${JSON.stringify(GOOD)}`;
  const { requests, context } = createScriptedModel([makeCompletion({ text }), makeCompletion({ json: GOOD })]);
  expect(await askAgent(context, input)).toMatchObject({ decision: 'NO', requestedAmountCents: 50_000 });
  expect(requests[1]?.user).toContain('more than one answer');
  expect(requests.map(({ maxTokens }) => maxTokens)).toEqual([8_000, 8_000]);
});

test('a pass with nulls, a withheld answer and a refusal in words are asked for once', async () => {
  const cases = [
    [makeCompletion({ json: { decision: 'ABSTAIN', amount: null, probability: null } }), 'chosen'],
    [makeCompletion({ text: '{"deci', finishReason: 'content_filter', refusal: 'Withheld.' }), 'refusal'],
    [makeCompletion({ text: 'I’m sorry, I can’t help with betting.' }), 'refusal'],
  ] as const;
  for (const [completion, abstainReason] of cases) {
    const { requests, context } = createScriptedModel([completion]);
    expect(await askAgent(context, input)).toMatchObject({ decision: 'ABSTAIN', abstainReason, probability: null });
    expect(requests).toHaveLength(1);
  }
});

test('a refusal and a failed call are not repeated', async () => {
  const timeout = new AppError({ code: 'OPENROUTER_TIMEOUT', message: 'too late', retryable: true });
  const refusing = createScriptedModel([makeCompletion({ refusal: 'I will not bet.' })]);
  const silent = createScriptedModel([timeout]);
  expect(await askAgent(refusing.context, input)).toMatchObject({
    abstainReason: 'refusal',
    abstainDetail: 'I will not bet.',
  });
  expect(await askAgent(silent.context, input)).toMatchObject({
    abstainReason: 'timeout',
    abstainDetail: 'too late',
    errorCode: 'OPENROUTER_TIMEOUT',
  });
  expect([refusing.requests.length, silent.requests.length]).toEqual([1, 1]);
});

test('a broke agent is not asked', async () => {
  const { requests, context } = createScriptedModel([]);
  const currentBankrollCents = BROKE_BELOW_CENTS - 1;
  const standing = {
    ...input.standing,
    agent: { ...agent, currentBankrollCents },
    availableCents: currentBankrollCents,
  };
  expect(await askAgent(context, { ...input, standing })).toMatchObject({
    decision: 'ABSTAIN',
    abstainReason: 'broke',
    abstainDetail: 'The balance cannot carry the smallest stake.',
  });
  expect(requests).toEqual([]);
});

test('an agent at the limit is asked under every persona, for the smallest stake', async () => {
  const { requests, context } = createScriptedModel([makeCompletion({ json: GOOD })]);
  const standing = {
    ...input.standing,
    agent: { ...agent, currentBankrollCents: BROKE_BELOW_CENTS },
    availableCents: BROKE_BELOW_CENTS,
  };
  await askAgent(context, { ...input, persona: { ...input.persona, max_bet_percentage: 1 }, standing });
  expect(requests[0]?.system).toContain('<max_stake_dollars>1.00</max_stake_dollars>');
});

test('an agent whose money is all at stake is not asked, and its answer says that it is not broke', async () => {
  const { requests, context } = createScriptedModel([]);
  const standing = { ...input.standing, availableCents: MINIMUM_STAKE_CENTS - 1 };
  expect(await askAgent(context, { ...input, standing })).toMatchObject({
    decision: 'ABSTAIN',
    abstainReason: 'broke',
    abstainDetail: 'The smallest stake is more than what is free of the balance.',
  });
  expect(requests).toEqual([]);
});

test('an unexpected error is thrown and does not become an abstention', async () => {
  const { context } = createScriptedModel([]);
  await expect(askAgent(context, input)).rejects.toThrow('asked too often');
});
