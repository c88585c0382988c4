import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyBuildContext } from './build-context.ts';

const checkout = join(import.meta.dirname, '../..');

test('a build is sent what the apps need, and nothing that git or .dockerignore leaves out', async () => {
  const target = await mkdtemp(join(tmpdir(), 'coliseum-context-'));
  onTestFinished(async () => await rm(target, { recursive: true }));
  expect(copyBuildContext(checkout, target)).toBeGreaterThan(100);
  for (const file of ['pnpm-lock.yaml', 'apps/worker/src/main.ts', 'docs/runbooks/start.md', 'personas/README.md']) {
    expect(existsSync(join(target, file)), file).toBe(true);
  }
  for (const file of ['.git', 'node_modules', 'docs/glossary.md', 'packages/config/src/environment.test.ts']) {
    expect(existsSync(join(target, file)), file).toBe(false);
  }
});
