import type { EventEmitter } from 'node:events';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Resolves on the first stop signal. Later ones change nothing: npm and the terminal both send one for a single Ctrl-C,
 * and the time to stop is limited anyway.
 */
export function waitForStopRequest(process: Pick<EventEmitter, 'on'>): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve('stop'));
  });
}
