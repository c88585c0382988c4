import { isAppError, type AppError } from '@coliseum/domain/errors/app-error';
import { failure, type Result } from '@coliseum/domain/result';
import { commitDay, type CommittedDay } from './commit/commit-day.ts';
import type { PipelineContext } from './context.ts';
import { playStages } from './play-stages.ts';
import { beginStage, finishStage, stopRun } from './run-record.ts';
import type { Skip } from './stage.ts';
import { takeDay, type TakenDay } from './take-day.ts';

export type DayResult =
  | { readonly status: 'completed'; readonly day: CommittedDay }
  | { readonly status: 'skipped'; readonly skip: Skip };

const NOTHING_TO_REPORT = { counts: {}, costMicroDollars: 0, warnings: [] };

/**
 * Plays one match day: ingestion, research, betting, then the commit. A day that was interrupted goes on after its last
 * finished stage. Throws BATCH_EXISTS, RUN_IN_PROGRESS, and what the services throw when the day cannot go on.
 */
export async function runDay(date: string, context: PipelineContext): Promise<DayResult> {
  const day = await takeDay(date, context);
  try {
    const played = await playAndCommit(day, context);
    if (!played.ok) return await skipDay(played.error, day, context);
    for (const event of played.value.events) await context.scheduleSettlement(event);
    context.logger.info({ date, batchId: played.value.batch.id }, 'match day committed');
    return { status: 'completed', day: played.value };
  } catch (error) {
    await recordFailure(error, day, context);
    throw error;
  } finally {
    day.stopRenewing();
  }
}

async function playAndCommit(day: TakenDay, context: PipelineContext): Promise<Result<CommittedDay, Skip>> {
  const { date, startedAt } = day.latest();
  const decided = await playStages({ date, triggerTime: startedAt }, day, context).catch(skipOnOutage);
  if (!decided.ok) return decided;
  const now = context.clock.now();
  const run = finishStage(beginStage(day.latest(), 'commit', now), 'commit', NOTHING_TO_REPORT, now);
  return { ok: true, value: await commitDay(decided.value, run, context) };
}

/** Kalshi that is down or answers nonsense ends the day for good (the PRD's fail-fast); anything else may be tried again. */
function skipOnOutage(error: unknown): Result<never, Skip> {
  if (isAppError(error) && isKalshiOutage(error)) {
    return failure({ reason: 'kalshi_unavailable', detail: error.message });
  }
  throw error;
}

function isKalshiOutage({ code }: AppError): boolean {
  return (
    code === 'KALSHI_UNAVAILABLE' ||
    code === 'KALSHI_TIMEOUT' ||
    code === 'KALSHI_BAD_RESPONSE' ||
    code === 'KALSHI_RATE_LIMITED'
  );
}

async function skipDay(skip: Skip, day: TakenDay, { clock, logger }: PipelineContext): Promise<DayResult> {
  await day.save(stopRun(day.latest(), { status: 'skipped', ...skip }, clock.now()));
  logger.warn({ date: day.latest().date, reason: skip.reason }, `match day skipped: ${skip.detail}`);
  return { status: 'skipped', skip };
}

async function recordFailure(fault: unknown, day: TakenDay, { clock, logger }: PipelineContext): Promise<void> {
  const { date } = day.latest();
  const reason = isAppError(fault) ? fault.code : 'INTERNAL';
  const detail = isAppError(fault) ? fault.message : 'A fault in the program; the log has its cause.';
  logger.error({ err: fault, date, reason }, 'match day failed');
  try {
    await day.save(stopRun(day.latest(), { status: 'failed', reason, detail }, clock.now()));
  } catch (error) {
    // The day was committed before the fault, or is another worker's by now, or the database is gone: all of them
    // leave the record as it is.
    logger.warn({ err: error, date }, 'the failure could not be recorded');
  }
}
