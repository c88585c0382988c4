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
  /** The configured models. Problems with them are logged. */
  readonly slugs: readonly string[];
  readonly now: Date;
  readonly logger: Pick<Logger, 'warn'>;
};

/** Facts about models that calls need, from OpenRouter's catalogue. */
export type ModelFacts = {
  /** The temperature to send to a model; undefined when it accepts none. */
  readonly findTemperature: (modelSlug: string) => number | undefined;
  /** Upper limit for the cost of one try. */
  readonly estimateCostMicroDollars: (input: CompletionInput) => number;
};

/**
 * Reads OpenRouter's catalogue and logs configured models that are missing, about to expire or unable to follow a
 * schema. Some models refuse requests with a temperature. Without a catalogue none is sent, because a default
 * temperature is better than no forecast.
 */
export async function readModelFacts({ openRouter, slugs, now, logger }: ModelFactsInput): Promise<ModelFacts> {
  try {
    const catalogue = await openRouter.listModels();
    for (const sentence of checkModels(catalogue, slugs, now).sentences) logger.warn({ check: 'models' }, sentence);
    return toModelFacts(catalogue);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const message = 'model catalogue unreadable, using default temperatures and estimated prices';
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
