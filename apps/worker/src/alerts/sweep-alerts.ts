import { RECHECKED_FOR_DAYS } from '@coliseum/domain/arena-rules';
import { DAY_MS } from '@coliseum/domain/durations';
import { toMatchDate } from '@coliseum/domain/match-date';
import { listPlayedModels } from '../arena/played-models.ts';
import type { AlertContext } from './alert-context.ts';
import { buildDayAlerts } from './day-alerts.ts';
import { readDayFacts } from './day-facts.ts';
import { buildEventAlerts } from './event-alerts.ts';
import { buildModelAlerts } from './model-alerts.ts';

/**
 * Raises the alerts that are missing for today's run, for unsettled events, for events whose result changed and for models that expire, then
 * retries those that a channel did not take. Never throws.
 */
export async function sweepAlerts({ context, alerts }: AlertContext): Promise<void> {
  const { clock, database, logger, settings } = context;
  const now = clock.now();
  try {
    const facts = await readDayFacts(database, toMatchDate(now));
    const open = await database.events.listUnsettled();
    const settled = await database.events.listSettledSince(new Date(now.getTime() - RECHECKED_FOR_DAYS * DAY_MS));
    const played = await listPlayedModels(database, settings);
    await alerts.raise([
      ...(facts === null ? [] : buildDayAlerts(facts, { ...settings, now })),
      ...[...open, ...settled].flatMap((event) => buildEventAlerts(event, now)),
      ...buildModelAlerts(context.listModels(), played, now),
    ]);
  } catch (error) {
    logger.error({ err: error }, 'alert sweep failed');
    await alerts.noticeError(error);
  }
  await alerts.deliverPending();
}
