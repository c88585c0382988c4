import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupError } from './setup-error.mjs';
import { watchParent } from './watch-parent.mjs';

const keptOutputCharacters = 20_000;

/**
 * Runs a program to its end and hands signals on to it, so that whoever stops us stops it.
 * @param {{ file: string, args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} input
 *   Streams that are piped are collected into `output` (the newest part of it).
 * @returns {Promise<{ exitCode: number, interrupted: boolean, output: string }>} 128 + n for a program ended by signal n
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
      // A Ctrl-C on a terminal reaches the whole process group: the child has it already.
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
      reject(new SetupError(`${file} could not be started: ${error.message}.`));
    });
    child.on('close', (code, signal) => {
      release();
      resolve({ exitCode: code ?? 128 + (constants.signals[signal] ?? 0), interrupted, output });
    });
  });
}
