import type { LiveArrival, LiveHub } from './live-hub.ts';
import type { LiveMessage } from './live-message.ts';

/** A follower that has so many messages waiting does not read them. */
const MOST_WAITING = 500;

/** The messages of a hub one after the other, until `signal` says so, the hub closes, or nobody takes them. */
export async function* follow(
  hub: LiveHub,
  arrival: LiveArrival,
  signal: AbortSignal | undefined,
): AsyncGenerator<LiveMessage, void, undefined> {
  const waiting: LiveMessage[] = [];
  const state = { isOver: signal?.aborted === true };
  let wake = Promise.withResolvers<void>();
  const end = (): void => {
    state.isOver = true;
    wake.resolve();
  };
  hub.admit(arrival.address);
  signal?.addEventListener('abort', end, { once: true });
  const send = (message: LiveMessage): void => {
    waiting.push(message);
    if (waiting.length > MOST_WAITING) end();
    wake.resolve();
  };
  const leave = hub.join({ send, end, beat: () => {} }, arrival);
  try {
    while (!state.isOver) {
      yield* waiting.splice(0);
      await wake.promise;
      wake = Promise.withResolvers<void>();
    }
  } finally {
    leave();
    signal?.removeEventListener('abort', end);
  }
}
