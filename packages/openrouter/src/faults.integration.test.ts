import { success } from '@coliseum/domain/result';
import type { ModelKind, OpenRouterCallKind } from '@coliseum/simulator/faults/fault-kinds';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkModels } from './check-models.ts';
import { createOpenRouterClient, type OpenRouterClient } from './client.ts';
import type { Completion } from './completion.ts';
import { readMeantAnswer } from './read-meant-answer.ts';

const now = new Date('2026-11-20T14:00:00.000Z');
const model = 'x-ai/grok-4.7';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 'clients', clock: { mode: 'manual', now } });
});
beforeEach(() => simulator.setFaults([]));
afterAll(async () => simulator.stop());

function createClient(): OpenRouterClient {
  return createOpenRouterClient({
    apiKey: 'secret',
    baseUrl: simulator.openRouterBaseUrl,
    sleep: async () => {},
    now: () => now,
  });
}

async function decide(timeoutMs = 20_000): Promise<Completion> {
  return createClient().complete({
    model,
    system: 'You forecast. <persona_name>The Quiet Accountant</persona_name>',
    user: '<ticker>KXNOPE-26NOV20-X</ticker> <locked_price>0.385</locked_price> <max_stake_dollars>5000</max_stake_dollars>',
    schema: { name: 'bet_decision', jsonSchema: { type: 'object' } },
    maxTokens: 1_000,
    timeoutMs,
  });
}

function injectFault(kind: OpenRouterCallKind, calls?: number[]): void {
  const when = calls ? { calls } : {};
  simulator.setFaults([{ name: 'test', service: 'openrouter', model, schema: 'bet_decision', kinds: [kind], ...when }]);
}

test.each<[OpenRouterCallKind, string]>([
  ['hang', 'OPENROUTER_TIMEOUT'],
  ['hang-in-body', 'OPENROUTER_TIMEOUT'],
  ['connection-drop', 'OPENROUTER_UNAVAILABLE'],
  ['not-json', 'OPENROUTER_BAD_RESPONSE'],
  ['error-in-200', 'OPENROUTER_UNAVAILABLE'],
  ['finish-reason-error', 'OPENROUTER_UNAVAILABLE'],
  ['bad-request', 'OPENROUTER_BAD_REQUEST'],
  ['unauthorized', 'OPENROUTER_UNAUTHORIZED'],
  ['no-credit', 'OPENROUTER_NO_CREDIT'],
  ['credit-in-flight', 'OPENROUTER_NO_CREDIT'],
  ['key-limit', 'OPENROUTER_NO_CREDIT'],
  ['moderated', 'OPENROUTER_REFUSED'],
  ['data-policy', 'OPENROUTER_ACCOUNT_SETTING'],
  ['retired', 'OPENROUTER_MODEL_RETIRED'],
  ['no-endpoints', 'OPENROUTER_MODEL_RETIRED'],
  ['rate-limited', 'OPENROUTER_RATE_LIMITED'],
  ['rate-limited-retry-after', 'OPENROUTER_RATE_LIMITED'],
  ['rate-limited-reset', 'OPENROUTER_RATE_LIMITED'],
  ['daily-limit', 'OPENROUTER_RATE_LIMITED'],
  ['server-error', 'OPENROUTER_UNAVAILABLE'],
  ['bad-gateway-html', 'OPENROUTER_UNAVAILABLE'],
  ['upstream-timeout', 'OPENROUTER_TIMEOUT'],
])('%s at every try ends as %s, without the key', async (kind, code) => {
  injectFault(kind);
  const error: unknown = await decide(kind.startsWith('hang') ? 100 : 20_000).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code });
  expect(JSON.stringify(error)).not.toContain('secret');
});

test.each<[OpenRouterCallKind, number]>([
  ['connection-drop', 2],
  ['error-in-200', 2],
  ['finish-reason-error', 2],
  ['credit-in-flight', 2],
  ['rate-limited', 2],
  ['bad-gateway-html', 2],
  ['rate-limited-reset', 2],
  ['odd-usage', 1],
  ['content-parts', 1],
  ['daily-limit', 1],
  ['no-credit', 1],
  ['retired', 1],
])('after %s once the model is asked %i times', async (kind, tries) => {
  injectFault(kind, [1]);
  const before = simulator.requests().length;
  const [outcome] = await Promise.allSettled([decide(300_000)]);
  const isAnswer = kind === 'odd-usage' || kind === 'content-parts';
  expect(outcome.status).toBe(tries === 2 || isAnswer ? 'fulfilled' : 'rejected');
  expect(simulator.requests().slice(before)).toHaveLength(tries);
});

test('a rate limit says how long to wait only if OpenRouter does', async () => {
  injectFault('rate-limited-retry-after');
  await expect(decide()).rejects.toMatchObject({ retryAfterMs: 1_000 });
  injectFault('rate-limited');
  const error: unknown = await decide().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ retryAfterMs: null });
});

test('an error after some tokens carries what they cost', async () => {
  injectFault('finish-reason-error');
  await expect(decide()).rejects.toMatchObject({ costMicroDollars: expect.any(Number) });
});

const found: readonly OpenRouterCallKind[] = ['fenced-json', 'prose-around-json', 'reasoned-draft', 'content-parts'];
test.each(found)('the decision is found in %s', async (kind) => {
  const plain = await decide();
  injectFault(kind);
  const completion = await decide();
  const reader = { field: 'decision', read: success<unknown>, isSame: () => true };
  expect(readMeantAnswer(completion, reader)).toEqual(success(JSON.parse(plain.text)));
  if (kind !== 'content-parts') expect(() => void JSON.parse(completion.text)).toThrow(SyntaxError);
});

test('a wait that would outlast the decision is not begun, and named as the rate limit that it is', async () => {
  injectFault('rate-limited-reset', [1]);
  await expect(decide(60_000)).rejects.toMatchObject({ code: 'OPENROUTER_RATE_LIMITED', retryAfterMs: 90_000 });
  injectFault('rate-limited-reset', [1]);
  expect(await decide(300_000)).toMatchObject({ finishReason: 'stop' });
});

test('odd statistics and a key of one’s own cost what they cost', async () => {
  const { usage: plain } = await decide();
  injectFault('odd-usage');
  const odd = await decide();
  expect(odd.usage).toMatchObject({ promptTokens: 1821, completionTokens: 96 });
  expect(odd.usage.costMicroDollars).toBe(plain.costMicroDollars);
  injectFault('own-key');
  expect((await decide()).usage).toEqual(plain);
});

test.each<[OpenRouterCallKind, object]>([
  ['prose', { finishReason: 'stop', text: expect.stringContaining('lean towards YES') }],
  ['wrong-shape', { text: '{"verdict":"yes","how_sure":"very"}', finishReason: 'stop' }],
  ['cut-json', { finishReason: 'length', text: expect.stringContaining('{') }],
  ['empty-length', { finishReason: 'length', text: '' }],
  ['null-content', { finishReason: 'stop', text: '', refusal: null }],
  ['content-filter', { finishReason: 'content_filter', refusal: expect.stringContaining('withheld') }],
  ['draft-and-final', { text: expect.stringContaining('Draft: {'), refusal: null }],
  ['bare-pass', { text: expect.stringContaining('ABSTAIN'), refusal: null }],
  ['refusal', { text: '', refusal: expect.stringContaining('can’t help') }],
  ['other-model', { servedModel: 'simulator/stand-in-1', text: expect.stringContaining('amount') }],
])('%s is passed on as it came', async (kind, completion) => {
  injectFault(kind);
  expect(await decide()).toMatchObject(completion);
});

test('a completion without a cost has tokens and an unknown cost', async () => {
  injectFault('no-cost');
  const { usage } = await decide();
  expect(usage.costMicroDollars).toBeNull();
  expect(usage.promptTokens).toBeGreaterThan(0);
});

test('other models, and the list of models, are left alone', async () => {
  simulator.setFaults([{ name: 'test', service: 'openrouter', model: 'another/model', kinds: ['hang'] }]);
  expect(await decide()).toMatchObject({ servedModel: model });
  expect((await createClient().listModels()).length).toBeGreaterThan(5);
});

test.each<[ModelKind, boolean, string]>([
  ['unlisted', false, 'is not in the catalogue'],
  ['expiring', true, 'no longer be served within two weeks'],
  ['unstructured', false, 'cannot be held to a JSON schema'],
])('a model that is %s is detected at the start', async (kind, isPlayable, words) => {
  simulator.setFaults([{ name: 'test', service: 'openrouter', model, kinds: [kind] }]);
  const report = checkModels(await createClient().listModels(), [model, 'qwen/qwen3.8-max-prime'], now);
  expect(report.ok).toBe(isPlayable);
  expect(report.sentences).toEqual([expect.stringContaining(words)]);
});
