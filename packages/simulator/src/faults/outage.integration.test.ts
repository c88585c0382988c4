import { expect, test } from 'vitest';
import { postJson } from '../testing/json-client.ts';
import { stoppableSimulator } from '../testing/started-simulator.ts';
import { outageScenario } from './outage-scenario.ts';

const CALLS = 400;

/** What each of many different calls to Exa ends with: a status, or 0 for a connection that was dropped. */
async function askMany(scenario: ReturnType<typeof outageScenario>): Promise<readonly number[]> {
  await using simulator = await stoppableSimulator({ scenario });
  const ask = async (index: number): Promise<number> => {
    const query = { query: `Question ${index}` };
    const asking = postJson(`${simulator.exaBaseUrl}/answer`, query, { 'x-api-key': 'any' });
    return asking.then(
      ({ status }) => status,
      () => 0,
    );
  };
  return await Promise.all(Array.from({ length: CALLS }, (_, index) => ask(index)));
}

test('an outage of a tenth fails about a tenth of the calls, the same ones each time', async () => {
  // A question about no market finds nothing (501) where no fault comes first.
  const [first, again, all] = [
    await askMany(outageScenario(0.1)),
    await askMany(outageScenario(0.1)),
    await askMany(outageScenario(1)),
  ];
  const failed = first.filter((status) => status !== 501).length;
  expect(failed / CALLS).toBeGreaterThan(0.04);
  expect(failed / CALLS).toBeLessThan(0.13);
  expect(again).toEqual(first);
  expect(new Set(all)).toEqual(new Set([0, 429, 501, 503]));
});
