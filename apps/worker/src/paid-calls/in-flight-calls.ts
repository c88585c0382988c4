/** Tracks calls that have not been answered yet. */
export type InFlightCalls = {
  readonly track: <T>(call: Promise<T>) => Promise<T>;
  /** Resolves when no call is left, including those that start in the meantime. */
  readonly whenIdle: () => Promise<void>;
};

/** Creates an empty tracker. */
export function createInFlightCalls(): InFlightCalls {
  const inFlight = new Set<Promise<unknown>>();
  return {
    track: (call) => {
      inFlight.add(call);
      const forget = (): void => void inFlight.delete(call);
      call.then(forget, forget);
      return call;
    },
    whenIdle: async () => {
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
  };
}
