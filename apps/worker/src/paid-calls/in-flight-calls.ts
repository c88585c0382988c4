/** The calls that are not answered yet. */
export type InFlightCalls = {
  readonly track: <T>(call: Promise<T>) => Promise<T>;
  /** Done once none is left, those included that begin meanwhile. */
  readonly whenIdle: () => Promise<void>;
};

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
