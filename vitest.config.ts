import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowFilesFirst } from './tooling/test/slow-files-first.ts';

const exclude = ['**/node_modules/**', '**/.next/**', '**/dist/**', 'e2e/**'];

const setupFiles = ['tooling/test/fix-property-seed.ts'];

// Loading all modules again for each file takes longer than the unit tests themselves. So the files in a worker share
// modules and globals, and a test that changes a global restores it.
const isolate = false;

// Timeouts are generous, so that only a test that hangs fails: a busy machine may be ten times slower than one at rest.
// Two kinds of test: `unit` uses nothing but memory and files, `integration` talks to servers that it starts.
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
          // They mostly wait for servers, processes and timers.
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
