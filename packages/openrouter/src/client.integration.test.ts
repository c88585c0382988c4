import { startScriptedServer, findUnusedUrl, type ScriptedAnswer } from '@coliseum/http/testing/scripted-server';
import { expect, test } from 'vitest';
import { createOpenRouterClient, type OpenRouterClient, type OpenRouterClientOptions } from './client.ts';
import type { CompletionInput } from './completion-request.ts';
import { buildWireCompletion } from './testing/wire-completion.ts';

const apiKey = 'sk-or-v1-0123456789abcdef';
const jsonSchema = {
  type: 'object',
  properties: { decision: { type: 'string' } },
  required: ['decision'],
  additionalProperties: false,
};
const input: CompletionInput = {
  model: 'acme/oracle-5',
  system: 'You forecast.',
  user: 'Will it rain?',
  schema: { name: 'bet_decision', jsonSchema },
  maxTokens: 2_000,
};
const fine: ScriptedAnswer = { body: buildWireCompletion('{"decision":"ABSTAIN"}') };

function createClient(baseUrl: string, options: Partial<OpenRouterClientOptions> = {}): OpenRouterClient {
  return createOpenRouterClient({ apiKey, baseUrl, sleep: async () => {}, random: () => 0.5, ...options });
}

async function catchFailure(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => error);
}

test('asks for the schema, for providers that honour it, and for nothing else', async () => {
  await using server = await startScriptedServer(() => fine);
  await createClient(`${server.url}/api/v1/`).complete(input);
  expect(server.seen).toHaveLength(1);
  const [request] = server.seen;
  expect(request).toMatchObject({ method: 'POST', path: '/api/v1/chat/completions' });
  expect(request?.headers).toMatchObject({ authorization: `Bearer ${apiKey}`, 'x-openrouter-title': 'Coliseum' });
  expect(request?.headers).not.toHaveProperty('openai-organization');
  expect(request?.body).toEqual({
    model: 'acme/oracle-5',
    messages: [
      { role: 'system', content: 'You forecast.' },
      { role: 'user', content: 'Will it rain?' },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'bet_decision', strict: true, schema: jsonSchema } },
    provider: { require_parameters: true },
    max_tokens: 2_000,
  });
});

test('what a model writes comes without control and format characters', async () => {
  const body = buildWireCompletion('{"decision":\u200b"ABSTAIN"}\u001b[31m\u202e');
  await using server = await startScriptedServer(() => ({ body }));
  const { text } = await createClient(server.url).complete(input);
  expect(text).toBe('{"decision":"ABSTAIN"}');
});

test('an answer of 9 MB is unusable: it is not asked for again, and what it cost is not known', async () => {
  const body = buildWireCompletion(`{"decision":"NO","reasoning":"${'x'.repeat(9_000_000)}"}`);
  await using server = await startScriptedServer(() => ({ body }));
  const costs: (number | null)[] = [];
  const reserveTry = () => ({ settle: (cost: number | null) => void costs.push(cost) });
  const failed = await catchFailure(createClient(server.url).complete({ ...input, reserveTry }));
  expect(failed).toMatchObject({ code: 'OPENROUTER_BAD_RESPONSE', retryable: false, httpStatus: null });
  expect(costs).toEqual([null]);
  expect(server.seen).toHaveLength(1);
});

test('sends a temperature only when one is given', async () => {
  await using server = await startScriptedServer(() => fine);
  await createClient(server.url).complete({ ...input, temperature: 0.7 });
  expect(server.seen[0]?.body).toMatchObject({ temperature: 0.7 });
});

test('returns the answer with the time it took', async () => {
  await using server = await startScriptedServer(() => fine);
  const asked = new Date('2026-11-22T14:00:00.000Z');
  const times = [asked, asked, new Date('2026-11-22T14:00:02.500Z')];
  const completion = await createClient(server.url, { now: () => times.shift() ?? new Date(0) }).complete(input);
  expect(completion).toMatchObject({
    servedModel: 'acme/oracle-5-20261101',
    latencyMs: 2_500,
  });
});

test.each([
  ['HTTP 503', { status: 503, body: { error: { code: 503, message: 'Overloaded' } } }],
  ['HTTP 502 as a page', { status: 502, body: '<html>Bad Gateway</html>' }],
  ['HTTP 529', { status: 529, body: { error: { code: 529, message: 'Overloaded' } } }],
  ['an error inside HTTP 200', { body: { id: 'gen-1', error: { code: 502, message: 'Upstream error' } } }],
  [
    'a choice that ends in error',
    { body: buildWireCompletion('{"d', { choice: { finish_reason: 'error', error: { code: 500 } } }) },
  ],
  ['a page with HTTP 200', { body: '<html>Hello</html>' }],
  ['half a JSON', { headers: { 'content-type': 'application/json' }, body: '{"choices": [' }],
  ['no choices', { body: { id: 'gen-1', choices: [] } }],
  ['a broken connection', { kind: 'drop' }],
] satisfies [string, ScriptedAnswer][])('tries again after %s', async (_, first) => {
  await using server = await startScriptedServer((_request, index) => (index === 0 ? first : fine));
  expect(await createClient(server.url).complete(input)).toMatchObject({ text: '{"decision":"ABSTAIN"}' });
  expect(server.seen).toHaveLength(2);
});

test.each([
  [400, { code: 400, message: 'acme/oracle-5 is not a valid model ID' }, 'OPENROUTER_BAD_REQUEST'],
  [401, { code: 401, message: 'User not found.' }, 'OPENROUTER_UNAUTHORIZED'],
  [
    402,
    { code: 402, message: 'Can only afford 12.', metadata: { limit_source: 'openrouter_credits' } },
    'OPENROUTER_NO_CREDIT',
  ],
  [403, { code: 403, message: 'Flagged.', metadata: { reasons: ['violence'] } }, 'OPENROUTER_REFUSED'],
  [404, { code: 404, message: 'No endpoints found for acme/oracle-5.' }, 'OPENROUTER_MODEL_RETIRED'],
])('HTTP %d is final', async (status, error, code) => {
  await using server = await startScriptedServer(() => ({ status, body: { error, user_id: 'user_1' } }));
  expect(await catchFailure(createClient(server.url).complete(input))).toMatchObject({
    code,
    retryable: false,
    httpStatus: status,
    details: { model: 'acme/oracle-5', vendorMessage: error.message },
  });
  expect(server.seen).toHaveLength(1);
});

test('the package’s own retries are off: three tries are three requests', async () => {
  await using server = await startScriptedServer(() => ({
    status: 500,
    body: { error: { code: 500, message: 'Internal' } },
  }));
  expect(await catchFailure(createClient(server.url).complete(input))).toMatchObject({
    code: 'OPENROUTER_UNAVAILABLE',
  });
  expect(server.seen).toHaveLength(3);
  expect(await catchFailure(createClient(server.url, { maxRetries: 0 }).complete(input))).toMatchObject({
    retryable: true,
  });
  expect(server.seen).toHaveLength(4);
});

test.each([
  [{ 'retry-after': '3' }, [3_500]],
  [{}, [500]],
])('a rate limit with the headers %j is waited out', async (headers, expectedMs) => {
  const limited = { status: 429, headers, body: { error: { code: 429, message: 'Slow down' } } };
  await using server = await startScriptedServer((_, index) => (index === 0 ? limited : fine));
  const delaysMs: number[] = [];
  await createClient(server.url, { sleep: async (delayMs) => void delaysMs.push(delayMs) }).complete(input);
  expect(delaysMs).toEqual(expectedMs);
});

test.each(['hang', 'hang-in-body'] as const)('a %s ends at the deadline, once for all tries', async (kind) => {
  await using server = await startScriptedServer(() => ({ kind }));
  let tries = 0;
  const countTries: typeof fetch = async (...request) => {
    tries += 1;
    return fetch(...request);
  };
  const client = createClient(server.url, { fetch: countTries });
  expect(await catchFailure(client.complete({ ...input, timeoutMs: 50 }))).toMatchObject({
    code: 'OPENROUTER_TIMEOUT',
    message: 'The model did not answer within 50 ms.',
    details: { model: 'acme/oracle-5', timeoutMs: 50 },
  });
  expect(tries).toBe(1);
});

const limited: typeof fetch = async () =>
  Response.json({ error: { code: 429, message: 'Slow down' } }, { status: 429 });

test('a wait that would outlast the deadline is not begun: the failure before it is the result', async () => {
  const client = createOpenRouterClient({ apiKey, baseUrl: 'http://127.0.0.1:1', fetch: limited, random: () => 0.99 });
  expect(await catchFailure(client.complete({ ...input, timeoutMs: 300 }))).toMatchObject({
    code: 'OPENROUTER_RATE_LIMITED',
    httpStatus: 429,
  });
});

test('a deadline that passes during a second try has the failure before it as its cause', async () => {
  let tries = 0;
  const limitedThenSilent: typeof fetch = async (...request) => {
    tries += 1;
    return tries === 1 ? await limited(...request) : await new Promise(() => {});
  };
  const client = createOpenRouterClient({
    apiKey,
    baseUrl: 'http://127.0.0.1:1',
    fetch: limitedThenSilent,
    random: () => 0,
  });
  expect(await catchFailure(client.complete({ ...input, timeoutMs: 300 }))).toMatchObject({
    code: 'OPENROUTER_TIMEOUT',
    cause: { code: 'OPENROUTER_RATE_LIMITED' },
  });
});

test('credit that other calls hold is waited for as long as OpenRouter says', async () => {
  const error = { code: 402, message: 'In flight.', metadata: { limit_source: 'openrouter_in_flight_budget' } };
  await using server = await startScriptedServer((_, index) =>
    index === 0 ? { status: 402, headers: { 'retry-after': '5' }, body: { error } } : fine,
  );
  const delaysMs: number[] = [];
  await createClient(server.url, { sleep: async (delayMs) => void delaysMs.push(delayMs) }).complete(input);
  expect(delaysMs).toEqual([5_500]);
});

test('a dead host is reported as unreachable', async () => {
  expect(await catchFailure(createClient(await findUnusedUrl()).complete(input))).toMatchObject({
    code: 'OPENROUTER_UNAVAILABLE',
    retryable: true,
  });
});

test('stops at once, with the caller’s reason, when the caller gives up', async () => {
  const caller = new AbortController();
  await using server = await startScriptedServer(() => {
    caller.abort(new Error('shutting down'));
    return { kind: 'hang' };
  });
  await expect(createClient(server.url).complete({ ...input, signal: caller.signal })).rejects.toThrow('shutting down');
});

test.each([
  ['a refusal', 401],
  ['an outage', 500],
])('neither key nor prompt is in the error of %s that repeats them', async (_, status) => {
  const echo = { code: status, message: `Key ${apiKey}`, metadata: { raw: `${input.user} ${apiKey}` } };
  await using server = await startScriptedServer(() => ({ status, body: { error: echo } }));
  const error = await catchFailure(createClient(server.url).complete(input));
  const cause: unknown = error instanceof Error ? error.cause : null;
  const shown = [error, cause].map((value) => `${String(value)} ${JSON.stringify(value)}`).join(' ');
  expect(shown).not.toContain(apiKey);
  expect(shown).not.toContain(input.user);
});

test('lists the readable models of the catalogue, without the key', async () => {
  const data = [{ id: 'acme/oracle-5', supported_parameters: ['structured_outputs'] }, { name: 'no id' }];
  await using server = await startScriptedServer(() => ({ body: { data } }));
  const models = await createClient(server.url).listModels();
  expect(models.map(({ slug }) => slug)).toEqual(['acme/oracle-5']);
  expect(server.seen[0]).toMatchObject({ method: 'GET', path: '/models' });
  expect(server.seen[0]?.headers).not.toHaveProperty('authorization');
});

test('a catalogue that is down is reported after the retries', async () => {
  await using server = await startScriptedServer(() => ({
    status: 503,
    body: { error: { code: 503, message: 'Down' } },
  }));
  expect(await catchFailure(createClient(server.url).listModels())).toMatchObject({ code: 'OPENROUTER_UNAVAILABLE' });
  expect(server.seen).toHaveLength(3);
});
