import { existsSync } from 'node:fs';
import { runChild } from '../bootstrap/run-child.mjs';
import { withSetupLock } from '../bootstrap/setup-lock.mjs';

const aptGet = '/usr/bin/apt-get';

type Installation = {
  readonly name: string;
  /** Simultaneous runs install one after the other. */
  readonly lockPath: string;
  readonly say: (line: string) => void;
  /** Whether the program is available, whether from this package or from elsewhere. */
  readonly isThere: () => boolean;
};

/**
 * Installs a Debian package without asking, which only root on a machine with apt can do. Returns undefined when the
 * program is available in the end, otherwise the reason it is not.
 */
export async function installDebianPackage({
  name,
  lockPath,
  say,
  isThere,
}: Installation): Promise<string | undefined> {
  if (isThere()) return undefined;
  if (process.getuid?.() !== 0 || !existsSync(aptGet)) {
    return `not root on a machine with apt-get (Debian: apt-get install ${name})`;
  }
  return withSetupLock({ path: lockPath, say }, async () => {
    if (isThere()) return undefined;
    say(`installing ${name} from Debian, once …`);
    const failure = (await runApt(['update'])) ?? (await runApt(['install', '-y', '--no-install-recommends', name]));
    return isThere() ? undefined : (failure ?? `apt-get installed ${name}, but it is not found`);
  });
}

/** Returns the end of apt's output if it failed. Waits for another apt to finish first. */
async function runApt(args: readonly string[]): Promise<string | undefined> {
  const ended = await runChild({
    file: aptGet,
    args: ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return ended.exitCode === 0 ? undefined : ended.output.slice(-2_000);
}
