import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type ReadyMessage = { readonly type: 'ready'; readonly mongodbUrl: string; readonly queueUrl: string | null };

export type StartedMain = { readonly child: ChildProcess; readonly ready: Promise<ReadyMessage> };

/** Starts the command-line entry in a child process that a test may kill. */
export function startMain(args: readonly string[]): StartedMain {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const ready = once(child, 'message').then(([message]: unknown[]) => {
    if (isReadyMessage(message)) return message;
    throw new Error('The local stack sent an unknown message');
  });
  return { child, ready };
}

function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}

/** Signals a child process and waits for its exit. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}
