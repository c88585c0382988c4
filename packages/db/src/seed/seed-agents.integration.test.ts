import { AGENT_COUNT, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { buildLedgerKey } from '@coliseum/domain/ledger-entry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyAgent } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { collect, sampleModel } from '../testing/sample-model.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

test('seeding at the same time and again enters the eight agents once, each with its opening entry', async () => {
  const { database } = opened;
  const other = await opened.connectAgain();
  const counts = await Promise.all([database.seedAgents(), other.seedAgents(), database.seedAgents()]);
  expect(counts.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(8);
  expect(await database.seedAgents()).toEqual({ inserted: 0 });

  const agents = await database.agents.list();
  expect(agents.map((agent) => agent.name)).toEqual([
    'GPT-6.1 Sol',
    'Claude Sonnet 5.5',
    'Grok 4.7',
    'Gemini 4 Argon',
    'Llama 4 Maverick',
    'Mistral Large 4.0',
    'DeepSeek V4 Pro',
    'Qwen3.8 Max Prime',
  ]);
  const entries = await collect(database.ledger.stream());
  expect(entries.map((entry) => entry.key).toSorted()).toEqual(
    agents.map((agent) => buildLedgerKey('opening', agent.id)).toSorted(),
  );
  expect(entries.map((entry) => [entry.equityDeltaCents, entry.equityAfterCents])).toEqual(
    Array.from({ length: AGENT_COUNT }, () => [STARTING_BANKROLL_CENTS, STARTING_BANKROLL_CENTS]),
  );
});

test('a database that has agents gets no others', async () => {
  const ninth = sampleModel(anyAgent, { id: opened.database.newId(), modelSlug: 'test/ninth', rosterOrder: 9 });
  expect(await opened.database.seedAgents([ninth])).toEqual({ inserted: 0 });
  expect(await opened.database.agents.list()).toHaveLength(AGENT_COUNT);
});
