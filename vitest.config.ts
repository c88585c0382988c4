import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowFilesFirst } from './tooling/test/slow-files-first.ts';

const exclude = ['**/node_modules/**', '**/.next/**', '**/dist/**', 'e2e/**'];

const setupFiles = ['tooling/test/fix-property-seed.ts'];

// Loading modules would take longer than the tests themselves if every file did it anew. The files of a worker share
// them, so whatever a file changes outside itself it puts back.
const isolate = false;

// Timeouts are for tests that hang: a busy machine may be ten times slower than one at rest, and is not at fault.
// Two kinds of test: `unit` touches nothing but memory and files, `integration` talks to servers it starts itself.
export default defineConfig({
  test: {
    sequence: { sequencer: SlowFilesFirst },
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: ['{apps,packages,stand-ins,tooling}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.integration.test.ts'],
          isolate,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          setupFiles,
          include: ['{apps,packages,stand-ins,tooling}/**/*.integration.test.ts'],
          exclude,
          isolate,
          // Most of them wait for servers, processes and timers.
          maxWorkers: 2 * availableParallelism(),
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
