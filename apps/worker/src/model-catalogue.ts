import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Logger } from '@coliseum/observability/logger';
import { checkModels } from '@coliseum/openrouter/check-models';
import { chooseTemperature } from '@coliseum/openrouter/choose-temperature';
import type { OpenRouterClient } from '@coliseum/openrouter/client';

type Reader = {
  readonly openRouter: Pick<OpenRouterClient, 'listModels'>;
  /** The configured models: each is looked up, and what is wrong with it is logged with what to do. */
  readonly slugs: readonly string[];
  readonly now: Date;
  readonly logger: Pick<Logger, 'warn'>;
};

/**
 * Reads OpenRouter's catalogue once: reports configured models that are missing, expiring or unable to keep to a schema,
 * and says which temperature a model is asked with. Some refuse a request that carries one; without a catalogue none is
 * sent, as a default temperature is better than no forecast.
 */
export async function readModelTemperatures({
  openRouter,
  slugs,
  now,
  logger,
}: Reader): Promise<(modelSlug: string) => number | undefined> {
  try {
    const catalogue = await openRouter.listModels();
    for (const sentence of checkModels(catalogue, slugs, now).sentences) logger.warn({ check: 'models' }, sentence);
    const models = new Map(catalogue.map((model) => [model.slug, model]));
    return (modelSlug) => chooseTemperature(models.get(modelSlug));
  } catch (error) {
    if (!isAppError(error)) throw error;
    logger.warn({ err: error }, 'the list of models could not be read; models are asked without a temperature');
    return () => undefined;
  }
}
