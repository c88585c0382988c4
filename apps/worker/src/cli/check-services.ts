import type { Environment } from '@coliseum/config/environment';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import { CLOSES_WITHIN_HOURS } from '@coliseum/domain/arena-rules';
import { HOUR_MS } from '@coliseum/domain/durations';
import { AppError } from '@coliseum/domain/errors/app-error';
import { createKalshiClient } from '@coliseum/kalshi/client';
import { checkModels } from '@coliseum/openrouter/check-models';
import { createOpenRouterClient } from '@coliseum/openrouter/client';
import type { ServiceEndpoints } from '../arena/service-endpoints.ts';
import { checkAnswers } from './check-answers.ts';
import { runCheck, type Check } from './check.ts';
import { withServices } from './with-services.ts';

type ServiceChecks = {
  /** The models that have to be available: the selector's first. */
  readonly models: readonly string[];
  /** Told what the paid questions cost at most, before they are asked. Null: nothing that costs is asked. */
  readonly announce: ((sentence: string) => void) | null;
};

/**
 * Checks the outside services with free calls: Kalshi's open markets, and OpenRouter's list of models. With `announce`
 * each model is asked a question too.
 */
export async function checkServices(environment: Environment, { announce, models }: ServiceChecks): Promise<Check[]> {
  const modes = resolveServiceModes(environment);
  return await withServices(environment, async ({ kalshi, openRouter }) => [
    await runCheck(`kalshi (${modes.kalshi})`, async () => {
      const now = new Date();
      const window = { closesAfter: now, closesBefore: new Date(now.getTime() + CLOSES_WITHIN_HOURS * HOUR_MS) };
      const candidates = await createKalshiClient({ baseUrls: kalshi.baseUrls, ...kalshi.pace }).listCandidates(window);
      return `reachable, ${candidates.length} markets close within ${CLOSES_WITHIN_HOURS} hours`;
    }),
    await runCheck(`openrouter (${modes.openRouter})`, async () => {
      const client = createOpenRouterClient({ apiKey: openRouter.apiKey, baseUrl: openRouter.baseUrl });
      const report = checkModels(await client.listModels(), models, new Date());
      if (!report.ok) throw new AppError({ code: 'CONFIG_INVALID', message: report.sentences.join(' ') });
      return ['reachable, every configured model is available', ...report.sentences].join('. ');
    }),
    ...(announce === null ? [] : await checkModelAnswers(models, openRouter, announce)),
    {
      name: `exa (${modes.exa})`,
      ok: true,
      detail: modes.exa === 'real' ? 'key is set, not called because every call costs money' : 'simulated',
    },
  ]);
}

async function checkModelAnswers(
  [selectorModel = '', ...agentModels]: readonly string[],
  { apiKey, baseUrl }: ServiceEndpoints['openRouter'],
  announce: (sentence: string) => void,
): Promise<Check[]> {
  const openRouter = createOpenRouterClient({ apiKey, baseUrl, maxRetries: 0 });
  const checks: Check[] = [];
  const asked = await runCheck('answers of the models', async () => {
    checks.push(...(await checkAnswers({ openRouter, selectorModel, agentModels, announce })));
    return `${checks.length} questions asked`;
  });
  return [asked, ...checks];
}
