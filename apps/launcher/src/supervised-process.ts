import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const stopWithParent = new URL('stop-with-parent.ts', import.meta.url).href;

export type ProcessSpec = {
  readonly name: string;
  /** The script and its arguments, run by the same Node as the launcher. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Receives each line of output. Without it the process writes to the launcher's terminal. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
};

export type ProcessEnd = { readonly name: string; readonly code: number | null; readonly signal: string | null };

export type SupervisedProcess = {
  readonly name: string;
  /** Resolves with the `{ type: 'ready' }` message of the process, if it sends one. */
  readonly ready: Promise<unknown>;
  /** Resolves when the process has ended, after its last line of output. */
  readonly ended: Promise<ProcessEnd>;
  /** Requests a stop, then kills the process and its children if they are still running after `graceMs`. */
  readonly stop: (graceMs: number) => Promise<void>;
};

/** Starts a process in its own group: a Ctrl-C reaches only the launcher, which stops everything in order. */
export function startProcess(spec: ProcessSpec): SupervisedProcess {
  const output = spec.onLine === undefined ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, ['--import', stopWithParent, ...spec.args], {
    cwd: spec.cwd,
    env: spec.env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  readLines(child.stdout, (line) => spec.onLine?.(line, 'stdout'));
  readLines(child.stderr, (line) => spec.onLine?.(line, 'stderr'));
  const ended = waitForEnd(spec.name, child);
  return {
    name: spec.name,
    ready: waitForReadyMessage(child),
    ended,
    stop: (graceMs) => stopProcess(child, ended, graceMs),
  };
}

function readLines(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream !== null) createInterface({ input: stream }).on('line', onLine);
}

function waitForReadyMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'ready') resolve(message);
    });
  });
}

function waitForEnd(name: string, child: ChildProcess): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ name, code: null, signal: null }));
    child.once('close', (code, signal) => {
      signalGroup(child, 'SIGKILL');
      resolve({ name, code, signal });
    });
  });
}

async function stopProcess(child: ChildProcess, ended: Promise<ProcessEnd>, graceMs: number): Promise<void> {
  const killing = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(killing);
}

/** Signals the process and everything it started. A group that is gone already is fine. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
