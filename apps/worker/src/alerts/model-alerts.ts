import { DAY_MS } from '@coliseum/domain/durations';
import { toMatchDate } from '@coliseum/domain/match-date';
import type { ModelInfo } from '@coliseum/openrouter/model-info';
import { draftAlert, type AlertDraft } from './alert-draft.ts';

/** Long enough to choose a successor and to try it. */
const TOLD_BEFORE_MS = 7 * DAY_MS;

/** Builds an alert for each model in use whose end OpenRouter has announced for the next seven days, or that is past it. */
export function buildModelAlerts(models: readonly ModelInfo[], inUse: readonly string[], now: Date): AlertDraft[] {
  return models.flatMap(({ slug, expiresAt }) => {
    if (!inUse.includes(slug) || expiresAt === null || expiresAt.getTime() - now.getTime() > TOLD_BEFORE_MS) return [];
    return [alertExpiring(slug, expiresAt)];
  });
}

function alertExpiring(slug: string, expiresAt: Date): AlertDraft {
  const date = toMatchDate(expiresAt);
  return draftAlert({
    kind: 'model_expiring',
    // A date that is put off is news.
    subject: `${slug}/${date}`,
    title: `${slug} will not be served after ${date}`,
    whatHappened: `OpenRouter announces the end of ${slug} for ${expiresAt.toISOString()}.`,
    impact: 'From then on its agent gives no answer on any match; a selector that is gone fails the day.',
    action: `Choose a successor: "npm run arena -- agents replace --agent ${slug} --model <slug>=<Name>". For the selector set SELECTOR_MODEL and restart the worker.`,
  });
}
