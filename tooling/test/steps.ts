import { join } from 'node:path';
import { prepareWorkspace } from '../bootstrap/prepare-workspace.mjs';
import { runChild } from '../bootstrap/run-child.mjs';
import { SetupError } from '../bootstrap/setup-error.mjs';
import { ensureChromium } from './ensure-chromium.ts';
import { ensureRedis } from './ensure-redis.ts';
import { readPlaywrightCounts, readCounts, readVitestCounts } from './read-counts.ts';
import { toTestCounts } from './step-result.ts';
import type { TestCounts } from './step-result.ts';

export type StepContext = {
  readonly root: string;
  /** Temporary folder of this run. Simultaneous runs share nothing. */
  readonly scratch: string;
  readonly say: (line: string) => void;
};

type StepOutcome = TestCounts & { readonly note?: string };

export type Step = {
  readonly name: string;
  /** Name of an earlier step; if it fails, this one cannot run. */
  readonly needs?: string;
  readonly run: (context: StepContext) => Promise<StepOutcome>;
};

/** Thrown on Ctrl-C during a step: it ends the run and fails no test. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

export const steps: readonly Step[] = [
  { name: 'verify', run: verify },
  { name: 'unit and integration tests', run: runVitest },
  { name: 'build the site', run: buildSite },
  { name: 'end-to-end tests', needs: 'build the site', run: runPlaywright },
];

async function verify({ root }: StepContext): Promise<StepOutcome> {
  return toTestCounts(await runNode(root, [join(root, 'tooling/checks/verify.mjs')]), undefined);
}

async function runVitest({ root, scratch, say }: StepContext): Promise<StepOutcome> {
  await ensureRedis(join(root, '.tools', 'debian.lock'), say);
  const report = join(scratch, 'vitest.json');
  const exitCode = await runNode(root, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return toTestCounts(exitCode, await readCounts(report, readVitestCounts));
}

async function buildSite({ root, say }: StepContext): Promise<StepOutcome> {
  try {
    await prepareWorkspace({ root, say, build: true });
    return toTestCounts(0, undefined);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { ...toTestCounts(1, undefined), note: error.message };
  }
}

async function runPlaywright({ root, scratch, say }: StepContext): Promise<StepOutcome> {
  const chromium = await ensureChromium(join(root, '.tools', 'debian.lock'), say);
  const report = join(scratch, 'playwright.json');
  const exitCode = await runNode(
    join(root, 'e2e'),
    [
      join(root, 'e2e/node_modules/@playwright/test/cli.js'),
      'test',
      // Loads every test without opening a browser, and reports each as skipped.
      ...('missing' in chromium ? ['--list', '--reporter=json'] : ['--reporter=list,json']),
      `--output=${join(scratch, 'e2e')}`,
    ],
    { ...('path' in chromium ? { CHROMIUM_PATH: chromium.path } : {}), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  const counts = toTestCounts(exitCode, await readCounts(report, readPlaywrightCounts));
  return 'missing' in chromium && counts.failed === 0 ? { ...counts, note: chromium.missing } : counts;
}

async function runNode(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const ended = await runChild({
    file: process.execPath,
    args,
    cwd,
    env: { ...process.env, CI: 'true', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (ended.interrupted) throw new InterruptedError();
  return ended.exitCode;
}
