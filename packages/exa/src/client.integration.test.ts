import { startScriptedServer, type ScriptedAnswer } from '@coliseum/http/testing/scripted-server';
import { expect, test } from 'vitest';
import { createExaClient, type ExaClient, type ExaClientOptions } from './client.ts';

const apiKey = '5d1f0c7a-9be2-4e0f-8a63-c2b17740de91';
const askedAt = new Date('2026-11-22T14:05:00.000Z');
const fine: ScriptedAnswer = {
  body: { requestId: 'r1', answer: 'Rain is likely.', citations: [], costDollars: { total: 0.005 } },
};

function createClient(baseUrl: string, options: Partial<ExaClientOptions> = {}): ExaClient {
  return createExaClient({ apiKey, baseUrl, sleep: async () => {}, random: () => 0.5, now: () => askedAt, ...options });
}

test('posts the question with the key in its header and returns the answer with its time', async () => {
  await using server = await startScriptedServer(() => fine);
  const answer = await createClient(server.url).answer({ query: 'Will it rain?', systemPrompt: 'Facts only.' });
  expect(answer).toEqual({
    answer: 'Rain is likely.',
    citations: [],
    costMicroDollars: 5_000,
    askedAt,
    requestId: 'r1',
  });
  expect(server.seen).toMatchObject([
    {
      method: 'POST',
      path: '/answer',
      headers: { 'x-api-key': apiKey },
      body: { query: 'Will it rain?', systemPrompt: 'Facts only.', stream: false, text: false },
    },
  ]);
});

test('an answer comes without control and format characters, its titles as one line', async () => {
  const citations = [{ url: 'https://a.example/\nx', title: 'Rain\u202e\nForecast', author: '\u200b' }];
  const body = { requestId: 'r1', answer: 'Rain\u0007 is\r\nlikely.\u{e0041}', citations };
  await using server = await startScriptedServer(() => ({ body }));
  const answer = await createClient(server.url).answer({ query: 'Will it rain?' });
  expect(answer.answer).toBe('Rain is\nlikely.');
  expect(answer.citations).toMatchObject([{ url: 'https://a.example/x', title: 'Rain Forecast', author: null }]);
});

test('sends no system prompt when there is none', async () => {
  await using server = await startScriptedServer(() => fine);
  await createClient(server.url).answer({ query: 'Will it rain?' });
  expect(server.seen[0]?.body).toEqual({ query: 'Will it rain?', stream: false, text: false });
});

test.each([
  [400, 'INVALID_REQUEST_BODY', 'EXA_BAD_REQUEST'],
  [400, 'INVALID_JSON_SCHEMA', 'EXA_BAD_REQUEST'],
  [401, 'INVALID_API_KEY', 'EXA_UNAUTHORIZED'],
  [402, 'NO_MORE_CREDITS', 'EXA_NO_CREDIT'],
  [402, 'API_KEY_BUDGET_EXCEEDED', 'EXA_NO_CREDIT'],
  [402, 'TEAM_BUDGET_EXCEEDED', 'EXA_NO_CREDIT'],
  [403, 'ACCESS_DENIED', 'EXA_UNAUTHORIZED'],
  [403, 'FEATURE_DISABLED', 'EXA_UNAUTHORIZED'],
  [403, 'PROHIBITED_CONTENT', 'EXA_BAD_REQUEST'],
  [410, 'RESEARCH_RETIRED', 'EXA_BAD_REQUEST'],
  [422, undefined, 'EXA_BAD_REQUEST'],
  [501, 'UNABLE_TO_GENERATE_RESPONSE', 'EXA_NO_ANSWER'],
])('HTTP %d with tag %s is %s and is not retried', async (status, tag, code) => {
  await using server = await startScriptedServer(() => ({ status, body: { requestId: 'r', error: 'Because.', tag } }));
  const asking = createClient(server.url).answer({ query: 'q' });
  await expect(asking).rejects.toMatchObject({
    code,
    retryable: false,
    httpStatus: status,
    details: { vendorMessage: 'Because.' },
  });
  expect(server.seen).toHaveLength(1);
});

test.each([
  [429, { error: 'You have exceeded your rate limit of 10 requests per second.' }, 'EXA_RATE_LIMITED'],
  [429, { requestId: 'r', error: 'Slow down.', tag: 'RATE_LIMIT_EXCEEDED' }, 'EXA_RATE_LIMITED'],
  [500, { requestId: 'r', error: 'Oops.', tag: 'INTERNAL_ERROR' }, 'EXA_UNAVAILABLE'],
  [503, { requestId: 'r', error: 'Busy.', tag: 'SERVICE_OVERLOADED' }, 'EXA_UNAVAILABLE'],
  [502, '<html>Bad Gateway</html>', 'EXA_UNAVAILABLE'],
])('HTTP %d is retried three times, then reported as %s', async (status, body, code) => {
  await using server = await startScriptedServer(() => ({ status, body }));
  await expect(createClient(server.url).answer({ query: 'q' })).rejects.toMatchObject({ code, retryable: true });
  expect(server.seen).toHaveLength(4);
});

test('a reduced 429 with Retry-After is waited out', async () => {
  await using server = await startScriptedServer((_, index) =>
    index === 0 ? { status: 429, headers: { 'retry-after': '2' }, body: { error: 'Slow down.' } } : fine,
  );
  const delaysMs: number[] = [];
  await createClient(server.url, { sleep: async (delayMs) => void delaysMs.push(delayMs) }).answer({ query: 'q' });
  expect(delaysMs.filter((delayMs) => delayMs > 1_000)).toEqual([2_500]);
});

test('a server that hangs is a timeout', async () => {
  await using server = await startScriptedServer(() => ({ kind: 'hang-in-body' }));
  await expect(createClient(server.url).answer({ query: 'q', timeoutMs: 30 })).rejects.toMatchObject({
    code: 'EXA_TIMEOUT',
  });
});

test('a response without an answer breaks the contract', async () => {
  await using server = await startScriptedServer(() => ({ body: { requestId: 'r', citations: [] } }));
  await expect(createClient(server.url).answer({ query: 'q' })).rejects.toMatchObject({ code: 'EXA_BAD_RESPONSE' });
});

test('the key appears in no error, even when the service echoes it', async () => {
  await using server = await startScriptedServer(() => ({
    status: 401,
    body: { error: `Invalid API key ${apiKey}`, tag: apiKey, requestId: apiKey },
  }));
  const error: unknown = await createClient(server.url)
    .answer({ query: 'q' })
    .catch((thrown: unknown) => thrown);
  const shown = `${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ''}`;
  expect(shown).toContain('EXA_API_KEY');
  expect(shown).not.toContain(apiKey);
});
