import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupError } from './setup-error.mjs';
import { watchParent } from './watch-parent.mjs';

const keptOutputCharacters = 20_000;

/**
 * Runs a program to completion and forwards signals to it, so that stopping us stops it.
 * @param {{ file: string, args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} input
 *   Piped streams are collected into `output`, which keeps the most recent part.
 * @returns {Promise<{ exitCode: number, interrupted: boolean, output: string }>} the exit code is 128 + n after signal n
 * @throws {SetupError} when the program cannot be started at all
 */
export function runChild({ file, args, cwd, env, stdio = ['ignore', 'pipe', 'pipe'] }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio });
    let output = '';
    const collect = (chunk) => {
      output = (output + chunk).slice(-keptOutputCharacters);
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);

    let interrupted = false;
    const forward = (signal) => {
      interrupted = true;
      // Ctrl-C in a terminal reaches the whole process group, so the child has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const unwatchParent = watchParent(() => forward('SIGTERM'));
    const release = () => {
      unwatchParent();
      for (const signal of signals) process.off(signal, forward);
    };

    child.on('error', (error) => {
      release();
      reject(new SetupError(`${file} failed to start: ${error.message}.`));
    });
    child.on('close', (code, signal) => {
      release();
      resolve({ exitCode: code ?? 128 + (constants.signals[signal] ?? 0), interrupted, output });
    });
  });
}
