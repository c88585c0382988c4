import { readEnvironment } from '@coliseum/config/environment';
import { expect, test } from 'vitest';
import { planLaunch } from './launch-plan.ts';

function buildPlan(env: Record<string, string>) {
  return planLaunch(readEnvironment(env), '/repo');
}

test('without settings every stand-in is started', () => {
  expect(buildPlan({})).toMatchObject({
    dataDir: '/repo/.coliseum',
    logDir: '/repo/.coliseum/logs',
    localStack: { databaseOnly: false },
    simulator: true,
  });
});

test('only the stand-ins that no setting replaces are started', () => {
  const mongodb = { MONGODB_URL: 'mongodb://db.example/coliseum' };
  const queue = { QUEUE_URL: 'redis://queue.example' };

  expect(buildPlan(queue).localStack).toEqual({ databaseOnly: true });
  expect(buildPlan(mongodb).localStack).toEqual({ databaseOnly: false });
  expect(buildPlan({ ...mongodb, ...queue }).localStack).toBeNull();
  expect(buildPlan({ OPENROUTER_API_KEY: 'a', EXA_API_KEY: 'b' }).simulator).toBe(false);
});

test('an absolute data folder is used as it is', () => {
  expect(buildPlan({ COLISEUM_DATA_DIR: '/var/coliseum' }).dataDir).toBe('/var/coliseum');
});
