import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ErrorCode } from '@coliseum/domain/errors/codes';
import type { ArenaContext } from '../arena/arena-context.ts';
import { recordDay } from '../telemetry/record-day.ts';
import type { AlertContext } from './alert-context.ts';
import { collectKalshiFailures } from './collect-kalshi-failures.ts';
import { buildDayAlerts } from './day-alerts.ts';
import { readDayFacts } from './day-facts.ts';
import { buildKalshiAlert } from './kalshi-alert.ts';

/** Codes that need no alert: another worker has the day, or this one handed it over. */
const BENIGN_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['BATCH_EXISTS', 'RUN_IN_PROGRESS', 'WORKER_STOPPING']);

/** Plays a match day, measures it and alerts operators however it ends. Returns and throws what `play` does. */
export async function alertOnDay<T extends { readonly status: string }>(
  { context, alerts }: AlertContext,
  date: string,
  play: (context: ArenaContext) => Promise<T>,
): Promise<T> {
  const { kalshi, failures } = collectKalshiFailures(context.kalshi);
  const startedMs = context.processClock.now().getTime();
  const finish = async (outcome: string, isFinal: boolean): Promise<void> => {
    const durationMs = context.processClock.now().getTime() - startedMs;
    context.telemetry.record('coliseum.day.duration', durationMs, { outcome });
    await raiseDayAlerts({ context, alerts }, date, { isFinal, kalshiFailures: failures(), outcome });
  };
  try {
    const result = await play({ ...context, kalshi });
    await finish(result.status, false);
    return result;
  } catch (error) {
    if (isAppError(error) && BENIGN_CODES.has(error.code)) throw error;
    await alerts.noticeError(error);
    await finish(isAppError(error) ? error.code : 'INTERNAL', !(isAppError(error) && error.retryable));
    throw error;
  }
}

type Attempt = { readonly isFinal: boolean; readonly kalshiFailures: readonly string[]; readonly outcome: string };

/** Never throws: what cannot be read now is left to the next sweep. */
async function raiseDayAlerts({ context, alerts }: AlertContext, date: string, attempt: Attempt): Promise<void> {
  const { clock, database, logger, settings, telemetry } = context;
  try {
    const facts = await readDayFacts(database, date);
    if (facts === null) return;
    if (attempt.outcome === 'completed') recordDay(telemetry, facts, await database.agents.list());
    await alerts.raise(buildDayAlerts(facts, { ...settings, now: clock.now(), isFinal: attempt.isFinal }));
    // A skipped day already has an alert that names Kalshi.
    const kalshi = facts.run.status === 'skipped' ? null : buildKalshiAlert(date, attempt.kalshiFailures);
    if (kalshi !== null) await alerts.raise([kalshi]);
  } catch (error) {
    logger.error({ err: error, date }, 'day facts unreadable');
    await alerts.noticeError(error);
  }
}
