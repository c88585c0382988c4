import { ensurePresent } from '@coliseum/domain/assert';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkModels } from './check-models.ts';
import { createOpenRouterClient } from './client.ts';

const now = new Date('2026-11-20T14:00:00.000Z');

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 'clients', clock: { mode: 'manual', now } });
});

afterAll(async () => simulator.stop());

test('the simulator’s catalogue passes the check of the slugs', async () => {
  const openRouter = createOpenRouterClient({ apiKey: 'any', baseUrl: simulator.openRouterBaseUrl });
  const models = await openRouter.listModels();
  const slugs = models.map(({ slug }) => slug);
  expect(slugs.length).toBeGreaterThanOrEqual(8);
  expect(checkModels(models, slugs, now)).toMatchObject({ ok: true, sentences: [] });
});

test('a simulated model answers a decision with JSON, usage and cost', async () => {
  const openRouter = createOpenRouterClient({ apiKey: 'any', baseUrl: simulator.openRouterBaseUrl });
  const [model] = await openRouter.listModels();
  const completion = await openRouter.complete({
    model: ensurePresent(model, 'a simulated model').slug,
    system: 'You forecast. <persona_name>The Quiet Accountant</persona_name>',
    user: '<ticker>KXNOPE-26NOV20-X</ticker> <locked_price>0.385</locked_price> <max_stake_dollars>5000</max_stake_dollars>',
    schema: { name: 'bet_decision', jsonSchema: { type: 'object' } },
    maxTokens: 1_000,
  });
  expect(completion.finishReason).toBe('stop');
  expect(JSON.parse(completion.text)).toMatchObject({ decision: expect.any(String), reasoning: expect.any(String) });
  expect(completion.usage.costMicroDollars).toBeGreaterThan(0);
  expect(completion.usage.promptTokens).toBeGreaterThan(0);
});
