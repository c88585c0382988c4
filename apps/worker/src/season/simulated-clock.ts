import type { Clock } from '@coliseum/domain/clock';

/** A clock that stands still until it is moved, and never moves back. */
export type SimulatedClock = Clock & { readonly moveTo: (instant: Date) => void };

export function createSimulatedClock(start: Date): SimulatedClock {
  let nowMs = start.getTime();
  return {
    now: () => new Date(nowMs),
    moveTo: (instant) => {
      nowMs = Math.max(nowMs, instant.getTime());
    },
  };
}
