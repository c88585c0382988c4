import type { ExaCallKind } from '@coliseum/simulator/faults/fault-kinds';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { ExaAnswer } from './answer.ts';
import { createExaClient } from './client.ts';

const now = new Date('2026-11-20T14:00:00.000Z');
const Markets = z.object({ markets: z.tuple([z.object({ ticker: z.string(), close_time: z.string() })]) });

let simulator: Simulator;
let query: string;
let closesAt: Date;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 'clients', clock: { mode: 'manual', now } });
  const response = await fetch(`${simulator.kalshiBaseUrl}/markets?status=open&mve_filter=exclude&limit=1`);
  const [market] = Markets.parse(await response.json()).markets;
  query = `Key facts: how does the question stand?\nMarket ticker: ${market.ticker}`;
  closesAt = new Date(market.close_time);
});
beforeEach(() => simulator.setFaults([]));
afterAll(async () => simulator.stop());

async function ask(timeoutMs = 5_000): Promise<ExaAnswer> {
  const client = createExaClient({
    apiKey: 'secret',
    baseUrl: simulator.exaBaseUrl,
    requestsPerSecond: Number.POSITIVE_INFINITY,
    timeoutMs,
    now: () => now,
    sleep: async () => {},
  });
  return client.answer({ query });
}

function injectFault(kind: ExaCallKind, calls?: number[]): void {
  simulator.setFaults([{ name: 'test', service: 'exa', kinds: [kind], ...(calls ? { calls } : {}) }]);
}

test.each<[ExaCallKind, string]>([
  ['hang', 'EXA_TIMEOUT'],
  ['hang-in-body', 'EXA_TIMEOUT'],
  ['connection-drop', 'EXA_UNAVAILABLE'],
  ['not-json', 'EXA_BAD_RESPONSE'],
  ['bad-request', 'EXA_BAD_REQUEST'],
  ['unauthorized', 'EXA_UNAUTHORIZED'],
  ['no-credit', 'EXA_NO_CREDIT'],
  ['prohibited', 'EXA_BAD_REQUEST'],
  ['rate-limited', 'EXA_RATE_LIMITED'],
  ['rate-limited-retry-after', 'EXA_RATE_LIMITED'],
  ['no-answer', 'EXA_NO_ANSWER'],
  ['server-error', 'EXA_UNAVAILABLE'],
  ['overloaded', 'EXA_UNAVAILABLE'],
])('%s at every try ends as %s, without the key', async (kind, code) => {
  injectFault(kind);
  const error: unknown = await ask(kind.startsWith('hang') ? 60 : 5_000).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code });
  expect(JSON.stringify(error)).not.toContain('secret');
});

test.each<[ExaCallKind, number]>([
  ['overloaded', 2],
  ['rate-limited', 2],
  ['connection-drop', 2],
  ['no-answer', 1],
  ['no-credit', 1],
])('after %s once the question is asked %i times', async (kind, tries) => {
  injectFault(kind, [1]);
  const before = simulator.requests().length;
  const [outcome] = await Promise.allSettled([ask()]);
  expect(outcome.status).toBe(tries === 2 ? 'fulfilled' : 'rejected');
  expect(simulator.requests().slice(before)).toHaveLength(tries);
});

test('the wait that a rate limit asks for is in the error', async () => {
  injectFault('rate-limited-retry-after');
  await expect(ask()).rejects.toMatchObject({ retryAfterMs: 1_000 });
});

test('an answer that is an object is kept as its JSON', async () => {
  const { answer: text } = await ask();
  injectFault('object-answer');
  expect(JSON.parse((await ask()).answer)).toMatchObject({ summary: text });
});

test('an answer without sources is an answer', async () => {
  injectFault('no-citations');
  const { answer, citations } = await ask();
  expect(answer.length).toBeGreaterThan(20);
  expect(citations).toEqual([]);
});

test('sources without author, date and title are kept under their host', async () => {
  injectFault('bare-citations');
  const { citations } = await ask();
  expect(citations.length).toBeGreaterThan(0);
  for (const citation of citations) {
    expect(citation).toMatchObject({ author: null, publishedAt: null, title: new URL(citation.url).hostname });
  }
});

test('a source dated after the close keeps its date, and the answer the time it was asked', async () => {
  injectFault('late-citation');
  const { citations, askedAt } = await ask();
  expect(askedAt).toEqual(now);
  expect(citations.length).toBeGreaterThan(0);
  for (const { publishedAt } of citations) expect(publishedAt?.getTime()).toBeGreaterThan(closesAt.getTime());
});

test('an answer that does not state its cost is booked at the list price', async () => {
  injectFault('no-cost');
  expect(await ask()).toMatchObject({ costMicroDollars: 5_000 });
});
