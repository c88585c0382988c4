import { createHttpClient, type HttpClientOptions } from '@coliseum/http/http-client';
import { getMarket } from './get-market.ts';
import { kalshiService } from './kalshi-service.ts';
import { listCandidates, type ClosingWindow } from './list-candidates.ts';
import { toMarketOutcome, type MarketOutcome } from './market-outcome.ts';
import type { KalshiCandidate, KalshiMarket } from './market.ts';
import { createCategories } from './series-categories.ts';

const DEFAULT_TIMEOUT_MS = 15_000;
/** Kalshi documents no limit for callers without a key; public clients stay at or below this rate. */
const DEFAULT_REQUESTS_PER_SECOND = 5;
/** For all categories of one listing: a hundred series at the usual rate, and no longer, as prices wait for it. */
const DEFAULT_CATEGORY_LIMIT_MS = 20_000;
/** A page of 200 events with all their markets is a few megabytes. */
const MAX_BODY_BYTES = 20_000_000;
const RETRY = { retries: 3, baseDelayMs: 500, maxDelayMs: 20_000, maxRetryAfterMs: 60_000 };

export type KalshiClientOptions = Pick<
  HttpClientOptions,
  'baseUrls' | 'requestsPerSecond' | 'fetch' | 'sleep' | 'random' | 'now' | 'monotonicMs'
> & {
  /** For one try of one request. Default: 15 seconds. */
  readonly timeoutMs?: number | undefined;
  /** For all look-ups of categories in one listing. Default: 20 seconds. */
  readonly categoryLimitMs?: number | undefined;
};

/** Kalshi's public market data. Every call throws AppError with a KALSHI_* code. */
export type KalshiClient = {
  /** The active markets whose decisive close lies in (closesAfter, closesBefore]. */
  readonly listCandidates: (window: ClosingWindow) => Promise<readonly KalshiCandidate[]>;
  /** One market, live or archived. Throws KALSHI_MARKET_NOT_FOUND. */
  readonly getMarket: (ticker: string) => Promise<KalshiMarket>;
  /** How the market ended, if it did. Throws KALSHI_MARKET_NOT_FOUND. */
  readonly getOutcome: (ticker: string) => Promise<MarketOutcome>;
};

export function createKalshiClient(options: KalshiClientOptions): KalshiClient {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, requestsPerSecond = DEFAULT_REQUESTS_PER_SECOND } = options;
  const { categoryLimitMs = DEFAULT_CATEGORY_LIMIT_MS } = options;
  const http = createHttpClient({
    ...options,
    service: kalshiService,
    maxBodyBytes: MAX_BODY_BYTES,
    retry: RETRY,
    timeoutMs,
    requestsPerSecond,
  });
  const beginCategories = createCategories(http, categoryLimitMs);
  return {
    listCandidates: async (window) => listCandidates({ http, beginCategories }, window),
    getMarket: async (ticker) => getMarket(http, ticker),
    getOutcome: async (ticker) => toMarketOutcome(await getMarket(http, ticker)),
  };
}
