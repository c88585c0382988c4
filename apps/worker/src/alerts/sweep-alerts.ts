import { toMatchDate } from '@coliseum/domain/match-date';
import type { AlertContext } from './alert-context.ts';
import { buildDayAlerts } from './day-alerts.ts';
import { readDayFacts } from './day-facts.ts';
import { buildEventAlerts } from './event-alerts.ts';

/** As long as the exchange is asked again about what it settled. */
const AMENDABLE_MS = 14 * 86_400_000;

/**
 * Finds in the database what operators have to know and tells what was not told: of today's run, of every event without
 * a final word, and of those whose word changed. Then tries the alerts that a channel did not take. Never throws.
 */
export async function sweepAlerts({ context, alerts }: AlertContext): Promise<void> {
  const { clock, database, logger, settings } = context;
  const now = clock.now();
  try {
    const facts = await readDayFacts(database, toMatchDate(now));
    const open = await database.events.listUnsettled();
    const settled = await database.events.listSettledSince(new Date(now.getTime() - AMENDABLE_MS));
    const { dailyBudgetMicroDollars } = settings;
    await alerts.raise([
      ...(facts === null ? [] : buildDayAlerts(facts, { now, dailyBudgetMicroDollars })),
      ...[...open, ...settled].flatMap((event) => buildEventAlerts(event, now)),
    ]);
  } catch (error) {
    logger.error({ err: error }, 'what there is to tell could not be read');
    await alerts.noticeError(error);
  }
  await alerts.deliverPending();
}
