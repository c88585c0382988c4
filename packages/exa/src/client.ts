import { createHttpClient, type HttpClientOptions } from '@coliseum/http/http-client';
import type { ExaAnswer } from './answer.ts';
import { createExaService } from './exa-service.ts';
import { readAnswer } from './read-answer.ts';
import { WireAnswer } from './wire.ts';

const DEFAULT_TIMEOUT_MS = 60_000;
/** Exa's limit per team for this endpoint. */
const DEFAULT_REQUESTS_PER_SECOND = 10;
const RETRY = { retries: 3, baseDelayMs: 1_000, maxDelayMs: 30_000, maxRetryAfterMs: 120_000 };

export type ExaClientOptions = Pick<
  HttpClientOptions,
  'requestsPerSecond' | 'fetch' | 'sleep' | 'random' | 'now' | 'monotonicMs'
> & {
  readonly apiKey: string;
  readonly baseUrl: string;
  /** For one try. Default: 60 seconds. */
  readonly timeoutMs?: number | undefined;
};

export type ExaQuestion = {
  readonly query: string;
  readonly systemPrompt?: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Exa's answer endpoint. Every call throws AppError with an EXA_* code. */
export type ExaClient = {
  /** An answer from the open web, with its sources. It has no date filter: ask before the market closes. */
  readonly answer: (question: ExaQuestion) => Promise<ExaAnswer>;
};

export function createExaClient(options: ExaClientOptions): ExaClient {
  const { apiKey, baseUrl, now = () => new Date() } = options;
  const { timeoutMs = DEFAULT_TIMEOUT_MS, requestsPerSecond = DEFAULT_REQUESTS_PER_SECOND } = options;
  const http = createHttpClient({
    ...options,
    service: createExaService(apiKey),
    baseUrls: [baseUrl],
    headers: { 'x-api-key': apiKey },
    retry: RETRY,
    timeoutMs,
    requestsPerSecond,
  });
  return {
    answer: async ({ query, systemPrompt, timeoutMs: limitMs, signal }) => {
      const askedAt = now();
      const body = { query, stream: false, text: false, ...(systemPrompt === undefined ? {} : { systemPrompt }) };
      const request = {
        method: 'POST',
        path: '/answer',
        body,
        schema: WireAnswer,
        timeoutMs: limitMs,
        signal,
      } as const;
      return readAnswer(await http.requestJson(request), askedAt);
    },
  };
}
