import { isAppError, isServiceError, type AppError } from '@coliseum/domain/errors/app-error';
import type { CallFailure } from '@coliseum/domain/errors/codes';
import { failure, success, type Result } from '@coliseum/domain/result';
import type { ArenaContext } from '../arena/arena-context.ts';
import { traceRun } from '../telemetry/trace-run.ts';
import { traceStage } from '../telemetry/trace-stage.ts';
import { checkStillOpen } from './commit/check-still-open.ts';
import { commitDay, type CommittedDay } from './commit/commit-day.ts';
import { findOver } from './commit/find-over.ts';
import type { DayOptions } from './day-options.ts';
import { leaseDay, type LeasedRun } from './lease-day.ts';
import { playStages, type EndWithoutBatch } from './play-stages.ts';
import { discardStagesFrom } from './replay-day.ts';
import { beginStage, finishStage, pauseRun, releaseRun, stopRun } from './run-record.ts';
import { createWorkerStoppingError } from './run-until-stopped.ts';

export type DayResult = { readonly status: 'completed'; readonly day: CommittedDay } | EndWithoutBatch;

const EMPTY_STAGE_SUMMARY = { counts: {}, costMicroDollars: 0, warnings: [] };

/**
 * Plays one match day: Select, Research, Bet and Commit. An interrupted day resumes after its last finished stage, or
 * from `options.from`. Throws BATCH_EXISTS, RUN_IN_PROGRESS, WORKER_STOPPING, and errors of the services that the day
 * cannot continue without.
 */
export async function runDay(context: ArenaContext, date: string, options: DayOptions = {}): Promise<DayResult> {
  if (context.stopping.aborted) throw createWorkerStoppingError();
  const day = await leaseDay(context, date);
  return await traceRun(context, day.latest(), async () => {
    try {
      return await playLeased(context, day, options);
    } catch (error) {
      if (isAppError(error, 'WORKER_STOPPING')) await handOver(context, day);
      else await recordFailure(context, day, error);
      throw error;
    } finally {
      day.stopRenewing();
    }
  });
}

async function playLeased(context: ArenaContext, day: LeasedRun, options: DayOptions): Promise<DayResult> {
  if (options.from !== undefined) await discardStagesFrom(context, day, options.from);
  const played = await playAndCommit(context, { ...day, until: options.until });
  if (!played.ok) return await endWithoutBatch(context, day, played.error);
  for (const event of played.value.events) await context.scheduleSettlement(event);
  context.logger.info({ batchId: played.value.batch.id }, 'match day committed');
  return { status: 'completed', day: played.value };
}

type DayToPlay = LeasedRun & Pick<DayOptions, 'until'>;

async function playAndCommit(context: ArenaContext, day: DayToPlay): Promise<Result<CommittedDay, EndWithoutBatch>> {
  const { date, startedAt } = day.latest();
  const start = { date, triggerTime: startedAt };
  const decided = await playStages(context, { ...day, until: day.until }, start).catch(skipOnOutage);
  if (!decided.ok) return decided;
  const over = await findOver(context, decided.value);
  const now = context.clock.now();
  const open = checkStillOpen(decided.value, over, now);
  if (!open.ok) return failure({ status: 'skipped', skip: open.error });
  const run = finishStage(beginStage(day.latest(), 'commit', now), 'commit', EMPTY_STAGE_SUMMARY, now);
  return await traceStage(context, 'commit', async () => success(await commitDay(context, decided.value, run)));
}

/** Skips the day when Kalshi is down or unreadable, as the requirements ask. Any other failure can be retried. */
function skipOnOutage(error: unknown): Result<never, EndWithoutBatch> {
  if (!isKalshiOutage(error)) throw error;
  // A page of a proxy in place of an answer passes. What is JSON of another form stays so until the client is updated.
  const isOtherFormat = error.entry.failure === 'bad_response' && !error.retryable;
  const reason = isOtherFormat ? 'kalshi_format_changed' : 'kalshi_unavailable';
  return failure({ status: 'skipped', skip: { reason, detail: error.message } });
}

const OUTAGES: ReadonlySet<CallFailure> = new Set<CallFailure>([
  'unavailable',
  'timeout',
  'bad_response',
  'rate_limited',
]);

function isKalshiOutage(error: unknown): error is AppError {
  if (!isServiceError(error, 'kalshi')) return false;
  const { failure: kind } = error.entry;
  return kind !== undefined && OUTAGES.has(kind);
}

async function endWithoutBatch(
  { clock, logger }: ArenaContext,
  day: LeasedRun,
  end: EndWithoutBatch,
): Promise<EndWithoutBatch> {
  const { date } = day.latest();
  if (end.status === 'stopped') {
    const at = clock.now();
    await day.save(pauseRun(day.latest(), at), ({ arenaState }) =>
      arenaState.raiseRevision({ reason: 'day_failed', at }),
    );
    logger.info({ date, stage: end.after }, 'match day stopped for the operator');
    return end;
  }
  const at = clock.now();
  const skipped = stopRun(day.latest(), { status: 'skipped', ...end.skip }, at);
  await day.save(skipped, async ({ paidCalls, arenaState }) => {
    await paidCalls.clearAnswers(date);
    await arenaState.raiseRevision({ reason: 'day_skipped', at });
  });
  logger.warn({ date, ...end.skip }, 'match day skipped');
  return end;
}

/** Releases the lease, so that another worker can resume the day at once. */
async function handOver({ logger }: ArenaContext, day: LeasedRun): Promise<void> {
  const { date, stage } = day.latest();
  day.stopRenewing();
  try {
    await day.save(releaseRun(day.latest()));
    logger.info({ date, stage }, 'match day handed over');
  } catch (error) {
    logger.warn({ err: error, date }, 'match day handover failed, its lease has to expire first');
  }
}

async function recordFailure({ clock, logger }: ArenaContext, day: LeasedRun, fault: unknown): Promise<void> {
  const { date } = day.latest();
  const reason = isAppError(fault) ? fault.code : 'INTERNAL';
  const detail = isAppError(fault) ? fault.message : 'Unexpected error. The log has its cause.';
  logger.error({ err: fault, date, reason }, 'match day failed');
  try {
    const at = clock.now();
    const failed = stopRun(day.latest(), { status: 'failed', reason, detail }, at);
    await day.save(failed, ({ arenaState }) => arenaState.raiseRevision({ reason: 'day_failed', at }));
  } catch (error) {
    // The day was committed before the error, or another worker has its lease, or the database is down. None of these
    // needs the record to change.
    logger.warn({ err: error, date }, 'match day failure not recorded');
  }
}
