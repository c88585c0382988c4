import OpenAI from 'openai';

export type SdkOptions = {
  readonly apiKey: string;
  readonly baseUrl: string;
  /** How the arena is named in OpenRouter's own statistics. */
  readonly appTitle: string;
  readonly fetch: typeof globalThis.fetch;
};

/** The `openai` package pointed at OpenRouter, its own retries and logging off, blind to OPENAI_* variables. */
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
    fetch,
    fetchOptions: { redirect: 'error' },
    defaultHeaders: { 'X-OpenRouter-Title': appTitle },
  });
}
