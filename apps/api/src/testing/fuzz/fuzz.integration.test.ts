import { afterAll, beforeAll, expect, test } from 'vitest';
import { runFuzz } from './run-fuzz.ts';
import { startFuzzedServer } from './start-fuzzed-server.ts';

let started: Awaited<ReturnType<typeof startFuzzedServer>>;
beforeAll(async () => {
  started = await startFuzzedServer();
});
afterAll(() => started.server.close());

test('no request made from the OpenAPI document is answered with a fault of ours', async () => {
  const { requests, statuses, problems } = await runFuzz({ port: started.port, requests: 500, seed: 20_261_127 });
  expect(problems).toEqual([]);
  expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(requests);
  // It must be able to find something: refusals of every kind, and answers.
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '404', '405']));
});
