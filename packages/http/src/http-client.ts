import { createHostRotation } from './host-rotation.ts';
import { limitBody } from './limit-body.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { withRetries, type RetryPolicy } from './retry.ts';
import { sendOnce, type JsonRequest } from './send-once.ts';
import type { ServiceProfile } from './service-profile.ts';
import { systemSleep, type Sleep } from './sleep.ts';

/** Far more than any answer of a model or of the research, which are tens of kilobytes. */
export const DEFAULT_MAX_BODY_BYTES = 2_000_000;

export type HttpClientOptions = {
  readonly service: ServiceProfile;
  /** In the order of preference. When one is down or refuses this machine, the next is used. */
  readonly baseUrls: readonly string[];
  /** For one try, reading the body included. */
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  /** What is larger is no answer. Counts after decompression. Default: 2 MB. */
  readonly maxBodyBytes?: number | undefined;
  /** Default: no limit. */
  readonly requestsPerSecond?: number | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly sleep?: Sleep | undefined;
  readonly random?: (() => number) | undefined;
  readonly now?: (() => Date) | undefined;
  readonly monotonicMs?: (() => number) | undefined;
};

export type HttpClient = {
  /**
   * The validated JSON of a 2xx answer. Throws AppError with the codes of the service's profile; every error caused by an
   * answer carries its `httpStatus`.
   */
  readonly requestJson: <T>(request: JsonRequest<T>) => Promise<T>;
};

/** The one outgoing policy: rate limit, timeout over headers and body, retries with jitter, other hosts, typed errors. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { service, timeoutMs, retry: policy, headers = {} } = options;
  const { fetch = globalThis.fetch, sleep = systemSleep, random = Math.random, now = () => new Date() } = options;
  const { maxBodyBytes = DEFAULT_MAX_BODY_BYTES, requestsPerSecond = Number.POSITIVE_INFINITY } = options;
  const { monotonicMs = () => performance.now() } = options;
  const limitedFetch = limitBody(fetch, maxBodyBytes);
  const limiter = createRateLimiter({ requestsPerSecond, sleep, monotonicMs });
  const hosts = createHostRotation(options.baseUrls);
  return {
    requestJson: async (request) =>
      withRetries({ policy, sleep, random, signal: request.signal }, async (attempt) => {
        await limiter.acquire(request.signal);
        return sendOnce({ service, hosts, fetch: limitedFetch, now, headers, timeoutMs }, request, attempt);
      }),
  };
}
