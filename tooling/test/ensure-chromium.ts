import { existsSync } from 'node:fs';
import { runChild } from '../bootstrap/run-child.mjs';
import { withSetupLock } from '../bootstrap/setup-lock.mjs';
import { findChromium } from './find-chromium.ts';

const aptGet = '/usr/bin/apt-get';
const advice =
  'The browser tests need Chromium. Install it (Debian: apt-get install chromium; macOS: Google Chrome), ' +
  'or name one with CHROMIUM_PATH.';

type Found = { readonly path: string } | { readonly missing: string };

/** Finds Chromium, or installs Debian's where nobody has to be asked: as root on a machine with apt. */
export async function ensureChromium(lockPath: string, say: (line: string) => void): Promise<Found> {
  const found = findChromium(process.env);
  if (found !== undefined) return { path: found };
  if (process.getuid?.() !== 0 || !existsSync(aptGet)) return { missing: advice };
  return withSetupLock({ path: lockPath, say }, async () => {
    const foundMeanwhile = findChromium(process.env);
    if (foundMeanwhile !== undefined) return { path: foundMeanwhile };
    say('installing Chromium from Debian, once …');
    const failure =
      (await runApt(['update'])) ?? (await runApt(['install', '-y', '--no-install-recommends', 'chromium']));
    const installed = findChromium(process.env);
    if (installed !== undefined) return { path: installed };
    return { missing: failure === undefined ? advice : `${advice}\n${failure}` };
  });
}

/** The end of apt's output when it failed. It waits for another apt to finish. */
async function runApt(args: readonly string[]): Promise<string | undefined> {
  const ended = await runChild({
    file: aptGet,
    args: ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return ended.exitCode === 0 ? undefined : ended.output.slice(-2_000);
}
