import { setTimeout as sleep } from 'node:timers/promises';

/** Asks every second until the answer is true. Throws an error that says what was waited for. */
export async function waitUntil(what: string, limitMs: number, ask: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`${what}: not after ${limitMs / 1000} s`);
    await sleep(1_000);
  }
}
