import OpenAI from 'openai';

export type SdkOptions = {
  readonly apiKey: string;
  readonly baseUrl: string;
  /** How the arena is named in OpenRouter's own statistics. */
  readonly appTitle: string;
  readonly fetch: typeof globalThis.fetch;
};

/** The longest a timer can run: deadlines are kept by `withDeadline`, which covers the body as well. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/** The `openai` package pointed at OpenRouter: no key, organisation or log level from OPENAI_* variables, no retries of its own. */
export function createSdk({ apiKey, baseUrl, appTitle, fetch }: SdkOptions): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL: baseUrl.replace(/\/+$/, ''),
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    fetch,
    fetchOptions: { redirect: 'error' },
    defaultHeaders: { 'X-OpenRouter-Title': appTitle },
  });
}
