import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@coliseum/config/environment';
import { attachOrSpawn } from '@coliseum/local-stack/attach-or-spawn';
import { expect, onTestFinished, test } from 'vitest';
import { describeArena } from './describe-arena.ts';

async function createDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-describe-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  return folder;
}

test('servers and real services are named with their address, and no password', async () => {
  const description = await describeArena(
    readEnvironment({
      MONGODB_URL: 'mongodb://writer:hush@one:27017,two:27017/coliseum?replicaSet=rs0',
      QUEUE_URL: 'redis://:hush@redis:6379',
      OPENROUTER_API_KEY: 'key',
      EXA_API_KEY: 'key',
      EXA_BASE_URL: 'https://exa.example',
    }),
  );
  expect(description).toEqual({
    database: 'mongodb://[redacted]@one:27017,two:27017/coliseum?replicaSet=rs0 (MONGODB_URL)',
    queue: 'redis://[redacted]@redis:6379 (QUEUE_URL)',
    kalshi: expect.stringMatching(/^https:\/\/.*kalshi\.com\/.*, https:/),
    openRouter: 'https://openrouter.ai/api/v1',
    exa: 'https://exa.example',
  });
});

test('without addresses it is the local stack of the data folder, and whose it is', async () => {
  const dataDir = await createDataFolder();
  const environment = readEnvironment({ COLISEUM_DATA_DIR: dataDir });
  const alone = `the local stack in ${dataDir}, started for this command`;
  expect(await describeArena(environment)).toMatchObject({ database: alone, queue: alone, exa: 'the simulator' });
  const stack = await attachOrSpawn({ dataDir, databaseOnly: true });
  const { database } = await describeArena(environment);
  await stack.close();
  expect(database).toMatch(/, as process \d+ runs it$/);
});
