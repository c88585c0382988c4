import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Logger } from '@coliseum/observability/logger';
import { chooseTemperature } from '@coliseum/openrouter/choose-temperature';
import type { OpenRouterClient } from '@coliseum/openrouter/client';

/**
 * Asks OpenRouter which models take a temperature: some refuse a request that carries one. Without an answer none is
 * sent, as a default temperature is better than no forecast.
 */
export async function readModelTemperatures(
  openRouter: Pick<OpenRouterClient, 'listModels'>,
  logger: Pick<Logger, 'warn'>,
): Promise<(modelSlug: string) => number | undefined> {
  try {
    const models = new Map((await openRouter.listModels()).map((model) => [model.slug, model]));
    return (modelSlug) => chooseTemperature(models.get(modelSlug));
  } catch (error) {
    if (!isAppError(error)) throw error;
    logger.warn({ err: error }, 'the list of models could not be read; models are asked without a temperature');
    return () => undefined;
  }
}
