import { expect, test } from 'vitest';
import { buildOpenApiDocument } from './openapi.ts';

test('the OpenAPI document matches the reviewed fixture', async () => {
  const text = `${JSON.stringify(buildOpenApiDocument(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../fixtures/openapi.json');
});

test('every REST path is described, and none requires a login', () => {
  const { paths = {} } = buildOpenApiDocument();
  expect(Object.keys(paths).toSorted()).toEqual([
    '/agents/{agent_id}',
    '/batches',
    '/events',
    '/events/{event_id}',
    '/leaderboard',
    '/persona/current',
    '/rules',
    '/status',
  ]);
  expect(JSON.stringify(paths)).not.toContain('"401"');
});
