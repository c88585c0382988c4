import type OpenAI from 'openai';
import type { Reservation } from './reservation.ts';

export type CompletionInput = {
  readonly model: string;
  readonly system: string;
  readonly user: string;
  /** What the answer has to look like. The name has at most 64 letters, digits, dashes and underscores. */
  readonly schema: { readonly name: string; readonly jsonSchema: Record<string, unknown> };
  /** Left out unless given: many models accept none, and then no provider would serve the request. See `chooseTemperature`. */
  readonly temperature?: number | undefined;
  /** Reasoning included. */
  readonly maxTokens: number;
  /** For the whole call with its retries, instead of the client's own. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Sets the cost of one try aside before it is sent; if it throws, the try is not sent. Default: every try is sent. */
  readonly reserveTry?: (() => Reservation) | undefined;
};

type RequestBody = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'max_tokens'> & {
  /** OpenAI's own API calls this deprecated; providers behind OpenRouter list it, and few list its successor. */
  readonly max_tokens: number;
  readonly provider: { readonly require_parameters: boolean };
};

/**
 * The body of a chat request. Only providers that honour every parameter may serve it: the others would drop the schema
 * silently. No plugins: none of the models gets a web search or a repair that others lack.
 */
export function buildCompletionRequest({
  model,
  system,
  user,
  schema,
  temperature,
  maxTokens,
}: CompletionInput): RequestBody {
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name: schema.name, strict: true, schema: schema.jsonSchema },
    },
    provider: { require_parameters: true },
    max_tokens: maxTokens,
    ...(temperature === undefined ? {} : { temperature }),
  };
}
