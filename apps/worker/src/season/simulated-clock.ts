import type { Clock } from '@coliseum/domain/clock';

/** A clock that only moves when told to, and never backwards. */
export type SimulatedClock = Clock & { readonly moveTo: (instant: Date) => void };

/** Creates a clock that stands at `start`. */
export function createSimulatedClock(start: Date): SimulatedClock {
  let nowMs = start.getTime();
  return {
    now: () => new Date(nowMs),
    moveTo: (instant) => {
      nowMs = Math.max(nowMs, instant.getTime());
    },
  };
}
