import { z } from 'zod';

const text = z.string().nullish();
const count = z.number().nonnegative().nullish();

/** The error object of OpenRouter: in a refusal's body, and inside answers with HTTP 200. */
export const WireError = z.object({
  code: z.union([z.number(), z.string()]).nullish(),
  message: text,
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type WireError = z.infer<typeof WireError>;

/** What `create()` resolves to, as it is on the wire: any part may be missing, and an error may be inside. */
export const WireCompletion = z.object({
  id: text,
  model: text,
  error: WireError.nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: text,
        error: WireError.nullish(),
        message: z.object({ content: text, refusal: text }).nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({
      prompt_tokens: count,
      completion_tokens: count,
      cost: count,
      completion_tokens_details: z.object({ reasoning_tokens: count }).nullish(),
    })
    .nullish(),
});
export type WireCompletion = z.infer<typeof WireCompletion>;

/** One row of `GET /models`. Prices are dollars per token, as decimal strings. */
export const WireModel = z.object({
  id: z.string().min(1),
  name: text,
  context_length: count,
  pricing: z.object({ prompt: text, completion: text }).nullish(),
  top_provider: z.object({ max_completion_tokens: count }).nullish(),
  supported_parameters: z.array(z.string()).nullish(),
  expiration_date: text,
  alias_target: z.unknown().optional(),
});
export type WireModel = z.infer<typeof WireModel>;

export const WireModels = z.object({ data: z.array(z.unknown()) });
export type WireModels = z.infer<typeof WireModels>;
