import { createHash } from 'node:crypto';
import { modelCatalogue } from './model-catalogue.ts';

type CompletionFacts = {
  readonly slug: string;
  readonly prompt: string;
  readonly content: string;
  readonly nowMs: number;
};

const CHARACTERS_PER_TOKEN = 4;

/** A successful answer in OpenRouter's envelope, with usage and its cost in dollars. */
export function buildCompletionBody(facts: CompletionFacts): Readonly<Record<string, unknown>> {
  const created = Math.floor(facts.nowMs / 1000);
  return {
    id: `gen-${created}-${createGenerationCode(facts)}`,
    object: 'chat.completion',
    created,
    model: facts.slug,
    provider: 'Simulator',
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        logprobs: null,
        finish_reason: 'stop',
        native_finish_reason: 'stop',
        message: { role: 'assistant', content: facts.content, refusal: null, reasoning: null, reasoning_details: [] },
      },
    ],
    usage: buildUsage(facts),
  };
}

function buildUsage(facts: CompletionFacts): Readonly<Record<string, unknown>> {
  const promptTokens = Math.ceil(facts.prompt.length / CHARACTERS_PER_TOKEN);
  const completionTokens = Math.ceil(facts.content.length / CHARACTERS_PER_TOKEN);
  const catalogued = modelCatalogue.find((model) => model.slug === facts.slug) ?? modelCatalogue[0];
  const promptCost = (promptTokens * (catalogued?.promptPrice ?? 0)) / 1e6;
  const completionCost = (completionTokens * (catalogued?.completionPrice ?? 0)) / 1e6;
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    cost: roundDollars(promptCost + completionCost),
    is_byok: false,
    prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, image_tokens: 0 },
    cost_details: {
      upstream_inference_cost: null,
      upstream_inference_prompt_cost: roundDollars(promptCost),
      upstream_inference_completions_cost: roundDollars(completionCost),
    },
  };
}

function roundDollars(amount: number): number {
  return Number(amount.toFixed(8));
}

/** Twenty letters and digits that the request decides. */
function createGenerationCode({ slug, nowMs, prompt }: CompletionFacts): string {
  const hash = createHash('sha256').update(`${slug}/${nowMs}/${prompt}`).digest('base64url');
  return hash.replaceAll(/[-_]/g, '0').slice(0, 20);
}
