import { ensurePresent } from '@coliseum/domain/assert';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInventedUniverse } from '../invented/invented-universe.ts';
import type { Simulator } from '../start-simulator.ts';
import { readObjects, postJson } from '../testing/json-client.ts';
import { startTestSimulator, testLock } from '../testing/started-simulator.ts';

const market = ensurePresent(
  createInventedUniverse('integration').listEventsOfDay('2026-11-22')[0]?.markets[0],
  'a market',
);

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.stop());

function ask(body: unknown, headers: Record<string, string> = { 'x-api-key': 'any-key' }) {
  return postJson(`${simulator.exaBaseUrl}/answer`, body, headers);
}

const query = `Key facts: ${market.title}\nMarket ticker: ${market.ticker}`;

test('an answer has bulleted facts with links, and the pages they are from', async () => {
  const { status, body } = await ask({ query, text: false });
  expect(status).toBe(200);
  expect(body).toMatchObject({ requestId: expect.stringMatching(/^[0-9a-f]{32}$/), costDollars: { total: 0.005 } });
  const citations = readObjects(body, 'citations');
  expect(citations.length).toBeGreaterThanOrEqual(2);
  for (const citation of citations) {
    expect(citation).toMatchObject({ id: citation['url'], title: expect.any(String) });
    expect(citation).not.toHaveProperty('text');
    const published = citation['publishedDate'];
    if (typeof published === 'string') expect(Date.parse(published)).toBeLessThan(testLock.getTime());
    expect(String(body['answer'])).toContain(String(citation['url']));
  }
});

test('page text comes on demand', async () => {
  const { body } = await ask({ query, text: true });
  expect(readObjects(body, 'citations')[0]).toHaveProperty('text');
});

test('either kind of key is accepted, and a missing one is not', async () => {
  expect(await ask({ query }, { authorization: 'Bearer any-key' })).toMatchObject({ status: 200 });
  expect(await ask({ query }, {})).toMatchObject({
    status: 401,
    body: { error: 'Invalid API key', tag: 'INVALID_API_KEY' },
  });
});

test('a request without a query is malformed, and a question about no known market finds nothing', async () => {
  expect(await ask({})).toMatchObject({ status: 400, body: { tag: 'INVALID_REQUEST_BODY' } });
  expect(await ask({ query: 'Will it rain?\nMarket ticker: KXNO-26NOV22-X' })).toMatchObject({
    status: 501,
    body: { tag: 'UNABLE_TO_GENERATE_RESPONSE' },
  });
});
