import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePresent } from '@coliseum/domain/assert';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createInventedUniverse } from '../invented/invented-universe.ts';
import type { Simulator } from '../start-simulator.ts';
import { documentedSlugs } from '../testing/documented-slugs.ts';
import { getJson, readObject, readObjects, postJson } from '../testing/json-client.ts';
import { startTestSimulator } from '../testing/started-simulator.ts';

const capturesFile = join(import.meta.dirname, '../../../../../shared/data/openrouter-captures-2026.jsonl');
const Bet = z.strictObject({
  decision: z.enum(['YES', 'NO', 'ABSTAIN']),
  amount: z.number(),
  confidence: z.int(),
  probability: z.number(),
  reasoning: z.string().min(30),
});

const events = createInventedUniverse('integration').listEventsOfDay('2026-11-22');
const tickers = events.flatMap((event) => event.markets.map((market) => market.ticker));

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.stop());

const key = { authorization: 'Bearer any-key' };

function ask(changes: Record<string, unknown> = {}, headers: Record<string, string> = key) {
  const request = {
    model: 'openai/gpt-6.1-sol',
    messages: [{ role: 'user', content: 'Hello' }],
    response_format: { type: 'json_schema', json_schema: { name: 'bet_decision', strict: true, schema: {} } },
    ...changes,
  };
  return postJson(`${simulator.openRouterBaseUrl}/chat/completions`, request, headers);
}

function buildBetPrompt(ticker: string): readonly Record<string, string>[] {
  const user = `<ticker>${ticker}</ticker> <locked_price>0.385</locked_price> <max_stake_dollars>10000.00</max_stake_dollars>`;
  return [
    { role: 'system', content: '<persona_name>Aggressive Contrarian</persona_name>' },
    { role: 'user', content: `${user}\n- The harbour closed twice last week ([x.example](https://x.example)).` },
  ];
}

function readContent(body: Record<string, unknown>): string {
  const message = readObject(ensurePresent(readObjects(body, 'choices')[0], 'a choice'), 'message');
  return String(message['content']);
}

test('every model decides on a market with exactly the five fields', async () => {
  for (const model of [...documentedSlugs, 'somebody/unknown-1']) {
    const { status, body } = await ask({ model, messages: buildBetPrompt(ensurePresent(tickers[0], 'a ticker')) });
    expect(status).toBe(200);
    expect(body).toMatchObject({ model, object: 'chat.completion' });
    const bet = Bet.parse(JSON.parse(readContent(body)));
    expect(bet.amount).toBeLessThanOrEqual(10_000);
    expect(bet.reasoning).toContain('$0.385');
  }
});

test('the same question gets the same answer, another model another one', async () => {
  const messages = buildBetPrompt(ensurePresent(tickers[1], 'a ticker'));
  const [first, again] = [await ask({ messages }), await ask({ messages })];
  expect(again.body).toEqual(first.body);
  const other = await ask({ messages, model: 'x-ai/grok-4.7' });
  expect(readContent(other.body)).not.toBe(readContent(first.body));
});

test('a selection names five of the listed markets', async () => {
  const lines = tickers.map((ticker) => JSON.stringify({ ticker, yes_price: '0.50' })).join('\n');
  const { body } = await ask({
    messages: [{ role: 'user', content: `Pick five:\n${lines}` }],
    response_format: { type: 'json_schema', json_schema: { name: 'market_selection', strict: true, schema: {} } },
  });
  const { selections } = z
    .object({ selections: z.array(z.object({ ticker: z.string() })) })
    .parse(JSON.parse(readContent(body)));
  expect(selections).toHaveLength(5);
  expect(tickers).toEqual(expect.arrayContaining(selections.map(({ ticker }) => ticker)));
});

test('usage adds up and costs what the listed prices say', async () => {
  const { body } = await ask({ messages: buildBetPrompt(ensurePresent(tickers[0], 'a ticker')) });
  const usage = readObject(body, 'usage');
  const [prompt, completion] = [Number(usage['prompt_tokens']), Number(usage['completion_tokens'])];
  expect(usage['total_tokens']).toBe(prompt + completion);
  expect(Number(usage['cost'])).toBeCloseTo((prompt * 2 + completion * 10) / 1e6, 8);
});

test('no key is a 401, a malformed request or a stream a 400', async () => {
  expect(await ask({}, {})).toMatchObject({ status: 401, body: { error: { code: 401, message: 'User not found.' } } });
  expect(await ask({ messages: [] })).toMatchObject({ status: 400, body: { error: { code: 400 } } });
  expect(await ask({ stream: true })).toMatchObject({ status: 400 });
});

test('with require_parameters a temperature that a model does not take finds no endpoint', async () => {
  const strict = { provider: { require_parameters: true }, temperature: 0.7 };
  expect(await ask(strict)).toMatchObject({ status: 404, body: { error: { code: 404 } } });
  expect(await ask({ ...strict, model: 'x-ai/grok-4.7' })).toMatchObject({ status: 200 });
  expect(await ask({ temperature: 0.7 })).toMatchObject({ status: 200 });
});

test('the default models are listed without a key, structured outputs among their parameters', async () => {
  const { body } = await getJson(`${simulator.openRouterBaseUrl}/models`);
  const models = readObjects(body, 'data');
  expect(models.map((model) => model['id'])).toEqual(expect.arrayContaining([...documentedSlugs]));
  for (const model of models) {
    expect(model).toMatchObject({ expiration_date: null });
    expect(model['supported_parameters']).toEqual(expect.arrayContaining(['response_format', 'structured_outputs']));
    expect(String(readObject(model, 'pricing')['prompt'])).toMatch(/^0\.\d+$/);
  }
});

test.skipIf(!existsSync(capturesFile))(
  'the envelope has every field that all recorded ones share (skipped where ../shared is absent)',
  async () => {
    const Capture = z.object({ status: z.number(), body: z.record(z.string(), z.unknown()) });
    const recorded = readFileSync(capturesFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Capture.parse(JSON.parse(line)))
      .filter(({ status }) => status === 200);
    const shared = recorded
      .map(({ body }) => Object.keys(body))
      .reduce((left, right) => left.filter((name) => right.includes(name)));
    const { body } = await ask();
    expect(shared.length).toBeGreaterThan(5);
    expect(Object.keys(body)).toEqual(expect.arrayContaining(shared));
  },
);
