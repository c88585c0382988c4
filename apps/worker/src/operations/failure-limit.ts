/** Counts failures per client and reports when a client has reached the limit. */
export type FailureLimit = {
  readonly isReached: (who: string) => boolean;
  readonly recordFailure: (who: string) => void;
};

type FailureLimitOptions = { readonly maximum: number; readonly windowMs: number; readonly now: () => Date };

/** Allows `maximum` failures per client in a window of `windowMs` that starts with the first failure. */
export function createFailureLimit({ maximum, windowMs, now }: FailureLimitOptions): FailureLimit {
  const windows = new Map<string, { readonly endsAt: number; failures: number }>();
  const dropEnded = (): void => {
    for (const [who, { endsAt }] of windows) if (endsAt <= now().getTime()) windows.delete(who);
  };
  return {
    isReached: (who) => {
      dropEnded();
      return (windows.get(who)?.failures ?? 0) >= maximum;
    },
    recordFailure: (who) => {
      dropEnded();
      const window = windows.get(who) ?? { endsAt: now().getTime() + windowMs, failures: 0 };
      window.failures += 1;
      windows.set(who, window);
    },
  };
}
