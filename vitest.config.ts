import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/.next/**', '**/dist/**', 'e2e/**'];

const setupFiles = ['tooling/test/fix-property-seed.ts'];

// Two kinds of test: `unit` touches nothing but memory and files, `integration` talks to servers it starts itself.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: ['{apps,packages,stand-ins,tooling}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.integration.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          setupFiles,
          include: ['{apps,packages,stand-ins,tooling}/**/*.integration.test.ts'],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
