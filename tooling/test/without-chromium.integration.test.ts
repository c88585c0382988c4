import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const e2e = join(import.meta.dirname, '..', '..', 'e2e');

function runPlaywright(...args: string[]): { readonly status: number | null; readonly output: string } {
  const cli = join(e2e, 'node_modules/@playwright/test/cli.js');
  // No PATH and no CHROMIUM_PATH: nothing is found, whatever this machine has.
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'test', '--reporter=line', ...args], {
    cwd: e2e,
    env: { HOME: process.env['HOME'], PATH: '' },
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
}

test('the browser tests load on a machine without a browser', () => {
  expect(runPlaywright('--list')).toMatchObject({ status: 0, output: expect.stringMatching(/Total: \d+ tests/) });
});

test.skipIf(process.platform === 'darwin')('running them there says how to get a browser', () => {
  expect(runPlaywright()).toMatchObject({ status: 1, output: expect.stringContaining('apt-get install chromium') });
});
