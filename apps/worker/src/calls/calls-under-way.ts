/** The calls that are not answered yet. */
export type CallsUnderWay = {
  readonly track: <T>(call: Promise<T>) => Promise<T>;
  /** Done once none is left, those included that begin meanwhile. */
  readonly whenIdle: () => Promise<void>;
};

export function createCallsUnderWay(): CallsUnderWay {
  const underWay = new Set<Promise<unknown>>();
  return {
    track: (call) => {
      underWay.add(call);
      const forget = (): void => void underWay.delete(call);
      call.then(forget, forget);
      return call;
    },
    whenIdle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
