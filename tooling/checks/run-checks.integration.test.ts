import { expect, test } from 'vitest';
import type { Check } from './checks.ts';
import { runChecks } from './run-checks.ts';

function createNodeCheck(name: string, code: string): Check {
  return { name, command: process.execPath, args: ['-e', code], fix: 'Nothing.' };
}

const options = { root: import.meta.dirname, concurrency: 2, report: () => undefined };

test('checks after a failed one still run, and results keep the order of the checks', async () => {
  const slow = createNodeCheck(
    'slow',
    'setTimeout(() => { console.log("out"); console.error("err"); process.exit(3) }, 100)',
  );
  const results = await runChecks([slow, createNodeCheck('quick', ''), createNodeCheck('last', '')], options);
  expect(results.map(({ check, passed }) => [check.name, passed])).toEqual([
    ['slow', false],
    ['quick', true],
    ['last', true],
  ]);
  expect(results[0]?.output).toMatch(/out[\s\S]*err|err[\s\S]*out/);
});

test('a command that cannot be started has failed', async () => {
  const missing = { ...createNodeCheck('missing', ''), command: 'no-such-command' };
  const [result] = await runChecks([missing], options);
  expect(result).toMatchObject({ passed: false, output: expect.stringContaining('ENOENT') });
});

test('every check is reported once, as it ends', async () => {
  const ended: string[] = [];
  await runChecks([createNodeCheck('a', ''), createNodeCheck('b', '')], {
    ...options,
    report: ({ check }) => ended.push(check.name),
  });
  expect(ended.toSorted()).toEqual(['a', 'b']);
});
