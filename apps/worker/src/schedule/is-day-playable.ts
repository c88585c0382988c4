import { STOPPED_BY_OPERATOR } from '@coliseum/domain/pipeline-run';
import type { ArenaContext } from '../arena/arena-context.ts';
import { checkPlayable } from '../pipeline/replay-day.ts';

/**
 * Whether the worker should play a match day that is due. A day that was skipped or stopped by an operator waits for the
 * operator, and a past day whose prices were never locked cannot be played any more.
 */
export async function isDayPlayable(
  { database, clock, logger }: Pick<ArenaContext, 'database' | 'clock' | 'logger'>,
  date: string,
): Promise<boolean> {
  const run = await database.runs.findByDate(date);
  if (run?.status === 'completed') return false;
  const playable = checkPlayable(run, { date, from: undefined, now: clock.now() });
  const reason = playable.ok ? run?.reason : playable.error;
  const isRefused = !playable.ok || run?.status === 'skipped' || reason === STOPPED_BY_OPERATOR;
  if (isRefused) logger.info({ date, reason }, 'match day not played');
  return !isRefused;
}
