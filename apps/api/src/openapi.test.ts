import { expect, test } from 'vitest';
import { buildOpenApiDocument } from './openapi.ts';

test('the document is the one that was reviewed; vitest -u writes it anew', async () => {
  const text = `${JSON.stringify(buildOpenApiDocument(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../fixtures/openapi.json');
});

test('every path of the product is described, and none asks for a login', () => {
  const { paths = {} } = buildOpenApiDocument();
  expect(Object.keys(paths).toSorted()).toEqual([
    '/agents/{agent_id}',
    '/batches',
    '/events',
    '/events/{event_id}',
    '/leaderboard',
    '/persona/current',
    '/status',
  ]);
  expect(JSON.stringify(paths)).not.toContain('"401"');
});
