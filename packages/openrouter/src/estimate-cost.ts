import type { CompletionInput } from './completion-request.ts';
import type { ModelInfo } from './model-info.ts';

/** Texts average four bytes a token; two leave room for numbers, names and other alphabets. */
const BYTES_PER_TOKEN = 2;
const PICO_PER_MICRO = 1_000_000;

/**
 * What one try costs at most, rounded up: the prompt at two bytes a token, and every token the answer may use.
 * Null where the model's price varies. Worked example: 4,000 bytes and 500 tokens at $2 and $10 per million tokens are
 * 2,000 · $0.000002 + 500 · $0.00001 = $0.009, or 9,000 micro-dollars.
 */
export function estimateCostMicroDollars(model: ModelInfo, input: CompletionInput): number | null {
  const { promptPicoDollarsPerToken: promptPrice, completionPicoDollarsPerToken: completionPrice } = model;
  if (promptPrice === null || completionPrice === null) return null;
  const { system, user, schema, maxTokens } = input;
  const bytes = Buffer.byteLength(system + user + JSON.stringify(schema.jsonSchema));
  const promptTokens = Math.ceil(bytes / BYTES_PER_TOKEN);
  return Math.ceil((promptTokens * promptPrice + maxTokens * completionPrice) / PICO_PER_MICRO);
}
