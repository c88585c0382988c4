import { isServiceError } from '@coliseum/domain/errors/app-error';
import type { KalshiClient } from '@coliseum/kalshi/client';
import type { Contradiction } from './contradiction-alert.ts';

export type TrackedKalshi = {
  readonly kalshi: KalshiClient;
  /** Error codes of the calls that failed so far. */
  readonly failures: () => readonly string[];
  /** Finalized markets that contradicted themselves so far. */
  readonly contradictions: () => readonly Contradiction[];
};

/**
 * Wraps the client to remember which of its calls failed and which markets contradicted themselves. A market that Kalshi does not know is not a
 * failure.
 */
export function collectKalshiFailures(kalshi: KalshiClient): TrackedKalshi {
  const codes: string[] = [];
  const contradictions: Contradiction[] = [];
  const recordFailure = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      if (isServiceError(error, 'kalshi') && error.entry.failure !== 'not_found') codes.push(error.code);
      throw error;
    }
  };
  return {
    kalshi: {
      listCandidates: async (window) => await recordFailure(kalshi.listCandidates(window)),
      getMarket: async (ticker) => await recordFailure(kalshi.getMarket(ticker)),
      getOutcome: async (ticker) => {
        const outcome = await recordFailure(kalshi.getOutcome(ticker));
        if (outcome.state === 'contradictory') contradictions.push({ ticker, reason: outcome.reason });
        return outcome;
      },
    },
    failures: () => [...codes],
    contradictions: () => [...contradictions],
  };
}
