import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { listChildren, readProcess } from './read-process.ts';

const isLinux = process.platform === 'linux';

test.runIf(isLinux)('reads what this process has used', async () => {
  const { processorSeconds, residentBytes } = await readProcess(process.pid);
  expect(processorSeconds).toBeGreaterThan(0);
  expect(residentBytes / process.memoryUsage.rss()).toBeCloseTo(1, 0);
});

test.runIf(isLinux)('finds the children that run', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const exited = once(child, 'exit');
  expect(listChildren(process.pid)).toContain(child.pid);
  child.stdin.end();
  await exited;
  expect(listChildren(process.pid)).not.toContain(child.pid);
});
