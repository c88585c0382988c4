import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createExaClient, type ExaClient } from './client.ts';

const now = new Date('2026-11-20T14:00:00.000Z');
const Markets = z.object({ markets: z.tuple([z.object({ ticker: z.string() })]) });

let simulator: Simulator;
let exa: ExaClient;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 'clients', clock: { mode: 'manual', now } });
  exa = createExaClient({ apiKey: 'any', baseUrl: simulator.exaBaseUrl, now: () => now });
});

afterAll(async () => simulator.stop());

async function findOpenTicker(): Promise<string> {
  const response = await fetch(`${simulator.kalshiBaseUrl}/markets?status=open&mve_filter=exclude&limit=1`);
  return Markets.parse(await response.json()).markets[0].ticker;
}

test('a question about a simulated market has an answer with dated sources and a cost', async () => {
  const query = `Key facts: how does the question stand?\nMarket ticker: ${await findOpenTicker()}`;
  const answer = await exa.answer({ query });
  expect(answer.answer.length).toBeGreaterThan(20);
  expect(answer.citations.length).toBeGreaterThan(0);
  expect(answer.citations.filter(({ publishedAt }) => publishedAt !== null && publishedAt > now)).toEqual([]);
  expect(answer).toMatchObject({ costMicroDollars: 5_000, askedAt: now });
  expect(answer.requestId).toMatch(/^[0-9a-f]{32}$/);
});

test('nothing is found about a market that does not exist', async () => {
  const asking = exa.answer({ query: 'Key facts?\nMarket ticker: KXNOPE-26NOV20-X' });
  await expect(asking).rejects.toMatchObject({ code: 'EXA_NO_ANSWER', retryable: false });
});
