import type { Clock } from '@coliseum/domain/clock';
import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Logger } from '@coliseum/observability/logger';
import { checkModels } from '@coliseum/openrouter/check-models';
import { chooseTemperature } from '@coliseum/openrouter/choose-temperature';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import { estimateCostMicroDollars } from '@coliseum/openrouter/estimate-cost';
import type { ModelInfo } from '@coliseum/openrouter/model-info';

type CatalogueDependencies = {
  readonly openRouter: Pick<OpenRouterClient, 'listModels'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
};

/** Facts about models that calls need, from OpenRouter's list as it was last read. */
export type ModelFacts = {
  /** The temperature to send to a model; undefined when it accepts none. */
  readonly findTemperature: (modelSlug: string) => number | undefined;
  /** Upper limit for the cost of one try. */
  readonly estimateCostMicroDollars: (input: CompletionInput) => number;
};

export type ModelCatalogue = ModelFacts & {
  /**
   * Reads the list again and logs which of these models are missing, about to expire or unable to follow a schema. The
   * list before stays if it cannot be read.
   */
  readonly readModels: (slugs: readonly string[]) => Promise<void>;
  /** Empty until the list was read. */
  readonly listModels: () => readonly ModelInfo[];
};

/**
 * Creates a catalogue that is empty until it is read. Some models refuse requests with a temperature. Without a list none
 * is sent, because a default temperature is better than no forecast.
 */
export function createModelCatalogue({ openRouter, clock, logger }: CatalogueDependencies): ModelCatalogue {
  let models: ReadonlyMap<string, ModelInfo> = new Map();
  return {
    readModels: async (slugs) => {
      try {
        const listed = await openRouter.listModels();
        models = new Map(listed.map((model) => [model.slug, model]));
        for (const sentence of checkModels(listed, slugs, clock.now()).sentences) {
          logger.warn({ check: 'models' }, sentence);
        }
      } catch (error) {
        if (!isAppError(error)) throw error;
        const fallback = models.size === 0 ? 'default temperatures and estimated prices' : 'the one read before';
        logger.warn({ err: error }, `model catalogue unreadable, using ${fallback}`);
      }
    },
    listModels: () => [...models.values()],
    findTemperature: (modelSlug) => chooseTemperature(models.get(modelSlug)),
    estimateCostMicroDollars: (input) => estimateCostMicroDollars(models.get(input.model), input),
  };
}
