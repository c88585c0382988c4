import { setTimeout as delay } from 'node:timers/promises';

/** Waits. Rejects with the signal's reason as soon as the signal aborts. */
export type Sleep = (delayMs: number, signal?: AbortSignal) => Promise<void>;

export const systemSleep: Sleep = async (delayMs, signal) => {
  signal?.throwIfAborted();
  try {
    await delay(delayMs, undefined, signal ? { signal } : {});
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
};
