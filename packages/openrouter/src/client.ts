import { createHttpClient, DEFAULT_MAX_BODY_BYTES } from '@coliseum/http/http-client';
import { limitBody } from '@coliseum/http/limit-body';
import { systemSleep, type Sleep } from '@coliseum/http/sleep';
import { complete } from './complete.ts';
import type { CompletionInput } from './completion-request.ts';
import type { Completion } from './completion.ts';
import { createSdk } from './create-sdk.ts';
import { listModels } from './list-models.ts';
import type { ModelInfo } from './model-info.ts';
import { openRouterService } from './openrouter-service.ts';

/** The requirements' limit for one decision. */
const DEFAULT_TIMEOUT_MS = 300_000;
const LIST_TIMEOUT_MS = 30_000;
/** The whole catalogue is about a megabyte, and grows. */
const LIST_MAX_BODY_BYTES = 20_000_000;
const DEFAULT_RETRIES = 2;
const BACKOFF = { baseDelayMs: 1_000, maxDelayMs: 30_000, maxRetryAfterMs: 60_000 };

export type OpenRouterClientOptions = {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly appTitle?: string | undefined;
  /** For one call with its retries. Default: 5 minutes. */
  readonly timeoutMs?: number | undefined;
  /** After the first try. Default: 2. */
  readonly maxRetries?: number | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly sleep?: Sleep | undefined;
  readonly random?: (() => number) | undefined;
  /** What latencies are measured with. */
  readonly now?: (() => Date) | undefined;
};

/** Language models by OpenRouter. Every call throws AppError with an OPENROUTER_* code. */
export type OpenRouterClient = {
  /** One structured answer of one model. A refusal and a truncated answer are returned, not thrown. */
  readonly complete: (input: CompletionInput) => Promise<Completion>;
  readonly listModels: () => Promise<readonly ModelInfo[]>;
};

export function createOpenRouterClient(options: OpenRouterClientOptions): OpenRouterClient {
  const {
    apiKey,
    baseUrl,
    appTitle = 'Coliseum',
    timeoutMs = DEFAULT_TIMEOUT_MS,
    maxRetries = DEFAULT_RETRIES,
  } = options;
  const { fetch = globalThis.fetch, sleep = systemSleep, random = Math.random, now = () => new Date() } = options;
  const policy = { ...BACKOFF, retries: maxRetries };
  // A rate limit that passes within the time of a decision is waited for.
  const patience = { ...policy, maxRetryAfterMs: DEFAULT_TIMEOUT_MS };
  const sdk = createSdk({ apiKey, baseUrl, appTitle, fetch: limitBody(fetch, DEFAULT_MAX_BODY_BYTES) });
  const http = createHttpClient({
    service: openRouterService,
    baseUrls: [baseUrl],
    timeoutMs: LIST_TIMEOUT_MS,
    maxBodyBytes: LIST_MAX_BODY_BYTES,
    retry: policy,
    fetch,
    sleep,
    random,
    now,
  });
  const dependencies = { sdk, policy: patience, timeoutMs, secrets: [apiKey], sleep, random, now };
  return {
    complete: async (input) => complete(dependencies, input),
    listModels: async () => listModels(http),
  };
}
