/** A model that the simulator lists and prices. Unlisted slugs are answered too, at the price of the first. */
export type CataloguedModel = {
  readonly slug: string;
  readonly name: string;
  /** Dollars per million tokens. */
  readonly promptPrice: number;
  readonly completionPrice: number;
  readonly contextLength: number;
  /** Newest OpenAI and Anthropic endpoints do not take a temperature. */
  readonly takesTemperature: boolean;
};

function defineModel(slug: string, name: string, promptPrice: number, completionPrice: number): CataloguedModel {
  const takesTemperature = !slug.startsWith('openai/') && !slug.startsWith('anthropic/');
  return { slug, name, promptPrice, completionPrice, contextLength: 262_144, takesTemperature };
}

/** The arena's default eight and the cheaper siblings that select or stand in, at their list prices of November 2026. */
export const modelCatalogue: readonly CataloguedModel[] = [
  defineModel('openai/gpt-6.1-sol', 'OpenAI: GPT-6.1 Sol', 2, 10),
  defineModel('anthropic/claude-sonnet-5.5', 'Anthropic: Claude Sonnet 5.5', 2, 10),
  defineModel('x-ai/grok-4.7', 'xAI: Grok 4.7', 2, 6),
  defineModel('google/gemini-4-argon', 'Google: Gemini 4 Argon', 2, 10),
  defineModel('meta-llama/llama-4-maverick', 'Meta: Llama 4 Maverick', 0.35, 1),
  defineModel('mistralai/mistral-large-4-0', 'Mistral: Mistral Large 4.0', 0.7, 2.1),
  defineModel('deepseek/deepseek-v4-pro-0813', 'DeepSeek: DeepSeek V4 Pro', 0.6, 1.8),
  defineModel('qwen/qwen3.8-max-prime', 'Qwen: Qwen3.8 Max Prime', 4, 12),
  defineModel('openai/gpt-6.1-terra', 'OpenAI: GPT-6.1 Terra', 1, 5),
  defineModel('openai/gpt-6-luna', 'OpenAI: GPT-6 Luna', 0.1, 0.5),
  defineModel('anthropic/claude-haiku-5.5', 'Anthropic: Claude Haiku 5.5', 0.1, 0.5),
  defineModel('google/gemini-3.8-flash', 'Google: Gemini 3.8 Flash', 0.825, 4.125),
];

const commonParameters = [
  'max_completion_tokens',
  'max_tokens',
  'response_format',
  'seed',
  'stop',
  'structured_outputs',
] as const;

/** The request fields that a model's endpoints act on. */
export function listSupportedParameters(catalogued: CataloguedModel): readonly string[] {
  return catalogued.takesTemperature ? [...commonParameters, 'temperature', 'top_p'] : commonParameters;
}
