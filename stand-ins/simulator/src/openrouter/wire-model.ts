import { listSupportedParameters, type CataloguedModel } from './model-catalogue.ts';

const CREATED_SECONDS = 1_788_220_800;

/** A model as `GET /models` lists it; prices are dollars per token, as strings. None is about to expire. */
export function toWireModel(model: CataloguedModel): Readonly<Record<string, unknown>> {
  return {
    id: model.slug,
    canonical_slug: model.slug,
    name: model.name,
    created: CREATED_SECONDS,
    context_length: model.contextLength,
    architecture: { input_modalities: ['text'], output_modalities: ['text'], tokenizer: 'Other', instruct_type: null },
    pricing: {
      prompt: toPricePerToken(model.promptPrice),
      completion: toPricePerToken(model.completionPrice),
      request: '0',
      internal_reasoning: '0',
      input_cache_read: toPricePerToken(model.promptPrice / 10),
    },
    top_provider: { context_length: model.contextLength, max_completion_tokens: 65_536, is_moderated: false },
    supported_parameters: listSupportedParameters(model),
    default_parameters: {},
    expiration_date: null,
  };
}

function toPricePerToken(dollarsPerMillion: number): string {
  return (dollarsPerMillion / 1e6).toFixed(12).replace(/0+$/, '').replace(/\.$/, '');
}
