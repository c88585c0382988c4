import { expect, test } from 'vitest';
import { readChildProcessorSeconds, parseChildSeconds } from './child-processor-time.ts';
import { runNode } from './run-node.ts';

test('the times of ended children are read past any name of the program', () => {
  const stat = '4711 (a) b (c) R 1 2 3 4 5 6 7 8 9 10 100 50 250 125 20 0 1 0';
  expect(parseChildSeconds(stat)).toBe(3.75);
});

test.runIf(process.platform === 'linux')('the processor time of a child counts once it has ended', async () => {
  const before = readChildProcessorSeconds();
  await runNode(['--eval', 'const end = Date.now() + 200; while (Date.now() < end);'], {});
  expect(readChildProcessorSeconds()).toBeGreaterThan(Number(before));
});
