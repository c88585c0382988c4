import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Logger } from '@coliseum/observability/logger';
import { checkModels } from '@coliseum/openrouter/check-models';
import { chooseTemperature } from '@coliseum/openrouter/choose-temperature';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import { estimateCostMicroDollars } from '@coliseum/openrouter/estimate-cost';
import type { ModelInfo } from '@coliseum/openrouter/model-info';

type ModelFactsInput = {
  readonly openRouter: Pick<OpenRouterClient, 'listModels'>;
  /** The configured models: each is looked up, and what is wrong with it is logged with what to do. */
  readonly slugs: readonly string[];
  readonly now: Date;
  readonly logger: Pick<Logger, 'warn'>;
};

/** What the catalogue says of the models, as far as a call needs it. */
export type ModelFacts = {
  /** The temperature a model is asked with; undefined for one that takes none. */
  readonly findTemperature: (modelSlug: string) => number | undefined;
  /** What one try costs at most. */
  readonly estimateCostMicroDollars: (input: CompletionInput) => number;
};

/**
 * Reads OpenRouter's catalogue once: reports configured models that are missing, expiring or unable to keep to a schema,
 * and says which temperature a model is asked with and what a call costs at most. Some models refuse a request that
 * carries a temperature; without a catalogue none is sent, as a default temperature is better than no forecast.
 */
export async function readModelFacts({ openRouter, slugs, now, logger }: ModelFactsInput): Promise<ModelFacts> {
  try {
    const catalogue = await openRouter.listModels();
    for (const sentence of checkModels(catalogue, slugs, now).sentences) logger.warn({ check: 'models' }, sentence);
    return toModelFacts(catalogue);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const message = 'the list of models could not be read; models are asked without a temperature, at a guessed price';
    logger.warn({ err: error }, message);
    return toModelFacts([]);
  }
}

function toModelFacts(catalogue: readonly ModelInfo[]): ModelFacts {
  const models = new Map(catalogue.map((model) => [model.slug, model]));
  return {
    findTemperature: (modelSlug) => chooseTemperature(models.get(modelSlug)),
    estimateCostMicroDollars: (input) => estimateCostMicroDollars(models.get(input.model), input),
  };
}
