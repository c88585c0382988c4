import type { CompletionInput } from './completion-request.ts';
import type { ModelInfo } from './model-info.ts';

/** Texts average four bytes a token; two leave room for numbers, names and other alphabets. */
const BYTES_PER_TOKEN = 2;
const PICO_PER_MICRO = 1_000_000;
/** $5 and $25 per million tokens: more than any of the default models asks. */
const FALLBACK_PICO_DOLLARS_PER_TOKEN = { prompt: 5_000_000, completion: 25_000_000 };

/**
 * What one try costs at most, rounded up: the prompt at two bytes a token, and every token the answer may use. A model
 * that the catalogue does not know, or whose price varies, counts $5 and $25 per million tokens, so that it can be asked.
 * Worked example: 4,000 bytes and 500 tokens at $2 and $10 per million tokens are 2,000 · $0.000002 + 500 · $0.00001 =
 * $0.009, or 9,000 micro-dollars.
 */
export function estimateCostMicroDollars(
  model: ModelInfo | undefined,
  { system, user, schema, maxTokens }: Pick<CompletionInput, 'system' | 'user' | 'schema' | 'maxTokens'>,
): number {
  const promptPrice = model?.promptPicoDollarsPerToken ?? FALLBACK_PICO_DOLLARS_PER_TOKEN.prompt;
  const completionPrice = model?.completionPicoDollarsPerToken ?? FALLBACK_PICO_DOLLARS_PER_TOKEN.completion;
  const bytes = Buffer.byteLength(system + user + JSON.stringify(schema.jsonSchema));
  const promptTokens = Math.ceil(bytes / BYTES_PER_TOKEN);
  return Math.ceil((promptTokens * promptPrice + maxTokens * completionPrice) / PICO_PER_MICRO);
}
