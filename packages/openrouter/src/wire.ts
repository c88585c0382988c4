import { z } from 'zod';

/** A text that decides nothing: a number is taken as its digits, anything else counts as left out. */
const text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'number' ? String(value) : typeof value === 'string' ? value : null));
/** A number that decides nothing, in whatever form. `readStatistic` reads it. */
const statistic = z.unknown().optional();
/** A part that may be left out: one of another type counts as left out, and costs nobody the answer. */
function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().catch(null);
}

/** The error object of OpenRouter: in a refusal's body, and inside answers with HTTP 200. Some send only a sentence. */
export const WireError = z.preprocess(
  (value) => (typeof value === 'string' ? { message: value } : value),
  z.object({
    code: orNull(z.union([z.number(), z.string()])),
    message: text,
    metadata: orNull(z.record(z.string(), z.unknown())),
  }),
);
export type WireError = z.infer<typeof WireError>;

export const WireChoice = z.object({
  finish_reason: text,
  native_finish_reason: text,
  error: orNull(WireError),
  message: orNull(z.object({ content: z.unknown().optional(), refusal: text })),
});
export type WireChoice = z.infer<typeof WireChoice>;

export const WireUsage = z.object({
  prompt_tokens: statistic,
  completion_tokens: statistic,
  cost: statistic,
  is_byok: z.unknown().optional(),
  completion_tokens_details: orNull(z.object({ reasoning_tokens: statistic })),
  cost_details: orNull(
    z.object({
      upstream_inference_cost: statistic,
      upstream_inference_prompt_cost: statistic,
      upstream_inference_completions_cost: statistic,
    }),
  ),
});
export type WireUsage = z.infer<typeof WireUsage>;

/** What `create()` resolves to, as it is on the wire: any part may be missing, and an error may be inside. */
export const WireCompletion = z.object({
  id: text,
  model: text,
  error: orNull(WireError),
  /** Only the first is read. */
  choices: z.array(z.unknown()).nullish(),
  usage: orNull(WireUsage),
});
export type WireCompletion = z.infer<typeof WireCompletion>;

const count = orNull(z.number().nonnegative());

/** One row of `GET /models`. Prices are dollars per token, as decimal strings. */
export const WireModel = z.object({
  id: z.string().min(1),
  name: text,
  context_length: count,
  pricing: orNull(z.object({ prompt: text, completion: text })),
  top_provider: orNull(z.object({ max_completion_tokens: count })),
  supported_parameters: orNull(z.array(z.string())),
  expiration_date: text,
  alias_target: z.unknown().optional(),
});
export type WireModel = z.infer<typeof WireModel>;

export const WireModels = z.object({ data: z.array(z.unknown()) });
export type WireModels = z.infer<typeof WireModels>;
