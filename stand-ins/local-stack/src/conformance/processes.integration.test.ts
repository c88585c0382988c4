import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

const COUNT_UP = fileURLToPath(new URL('../testing/count-up.ts', import.meta.url));

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

async function countUp(times: number): Promise<unknown> {
  const args = [COUNT_UP, endpoint.url, endpoint.db.databaseName, 'counters', String(times)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [exitCode]: unknown[] = await once(child, 'exit');
  return exitCode;
}

// Manual: core/transactions
test('no transaction of three concurrent processes is lost', async () => {
  const counters = endpoint.db.collection<{ _id: string; n: number }>('counters');
  await counters.insertOne({ _id: 'counter', n: 0 });
  expect(await Promise.all([countUp(20), countUp(20), countUp(20)])).toEqual([0, 0, 0]);
  expect(await counters.findOne()).toEqual({ _id: 'counter', n: 60 });
});
