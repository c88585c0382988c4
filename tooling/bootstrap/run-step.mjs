import { runChild } from './run-child.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Runs one setup program quietly: prints its title and duration, and its output only if it fails.
 * @param {{ title: string, say: (line: string) => void, file: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv }} input
 * @throws {SetupError} when it fails
 */
export async function runStep({ title, say, file, args, cwd, env = process.env }) {
  say(`${title} …`);
  const startedAt = performance.now();
  const { exitCode, interrupted, output } = await runChild({ file, args, cwd, env });
  if (interrupted) throw new SetupError(`Stopped while ${title}.`, 130);
  if (exitCode !== 0) {
    process.stderr.write(`${output.trimEnd()}\n`);
    throw new SetupError(`${title}: failed (exit code ${exitCode}). ${await adviseAfterFailure({ cwd, env })}`);
  }
  say(`${title}: done in ${formatSeconds(performance.now() - startedAt)}`);
}

/** Pings the registry through npm, which applies the user's proxy and registry settings. */
async function adviseAfterFailure({ cwd, env }) {
  const ping = await runChild({ file: 'npm', args: ['ping', '--fetch-retries=0', '--fetch-timeout=5000'], cwd, env });
  return ping.exitCode === 0
    ? 'The output above says why.'
    : 'The npm registry does not answer. The first set-up needs it: check the network (and `npm config get registry`), then run the same command again.';
}

/** @param {number} milliseconds */
function formatSeconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
