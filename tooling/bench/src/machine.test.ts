import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeMachine } from './machine.ts';

test('the machine is described with the version of everything that is measured', () => {
  const { versions, processorCount, memoryBytes } = describeMachine(join(import.meta.dirname, '../../..'));
  const { Redis, ...installed } = versions;
  for (const [name, version] of Object.entries(installed)) expect(version, name).toMatch(/^\d+\.\d+/);
  expect(Redis).toMatch(/^\d+\.\d+|not installed/);
  expect(processorCount).toBeGreaterThan(0);
  expect(memoryBytes).toBeGreaterThan(0);
});
