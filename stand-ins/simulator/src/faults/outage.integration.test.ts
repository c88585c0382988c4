import { expect, test } from 'vitest';
import { postJson } from '../testing/json-client.ts';
import { startStoppableSimulator } from '../testing/started-simulator.ts';
import { buildOutageScenario } from './outage-scenario.ts';

const CALLS = 400;

/** What each of many different calls to Exa ends with: a status, or 0 for a connection that was dropped. */
async function askAll(exaBaseUrl: string, calls: number): Promise<readonly number[]> {
  const ask = async (index: number): Promise<number> => {
    const query = { query: `Question ${index}` };
    const asking = postJson(`${exaBaseUrl}/answer`, query, { 'x-api-key': 'any' });
    return asking.then(
      ({ status }) => status,
      () => 0,
    );
  };
  return await Promise.all(Array.from({ length: calls }, (_, index) => ask(index)));
}

async function askMany(scenario: ReturnType<typeof buildOutageScenario>): Promise<readonly number[]> {
  await using simulator = await startStoppableSimulator({ scenario });
  return await askAll(simulator.exaBaseUrl, CALLS);
}

test('an outage of a tenth fails about a tenth of the calls, the same ones each time', async () => {
  // A question about no market finds nothing (501) where no fault comes first.
  const [first, again, all] = [
    await askMany(buildOutageScenario(0.1)),
    await askMany(buildOutageScenario(0.1)),
    await askMany(buildOutageScenario(1)),
  ];
  const failed = first.filter((status) => status !== 501).length;
  expect(failed / CALLS).toBeGreaterThan(0.04);
  expect(failed / CALLS).toBeLessThan(0.13);
  expect(again).toEqual(first);
  expect(new Set(all)).toEqual(new Set([0, 429, 501, 503]));
});

test('on a manual clock each instant has its own faults, whatever came before', async () => {
  const later = new Date('2026-03-03T14:00:00Z');
  const faultsAt = async (earlierRounds: number): Promise<readonly number[]> => {
    const clock = { mode: 'manual', now: new Date('2026-03-02T14:00:00Z') } as const;
    await using simulator = await startStoppableSimulator({ scenario: buildOutageScenario(0.5), clock });
    for (let round = 0; round < earlierRounds; round += 1) await askAll(simulator.exaBaseUrl, 20);
    simulator.setNow(later);
    return await askAll(simulator.exaBaseUrl, 20);
  };
  const undisturbed = await faultsAt(0);
  expect(await faultsAt(2)).toEqual(undisturbed);
  expect(new Set(undisturbed).size).toBeGreaterThan(2);
});
