import { STOPPED_BY_OPERATOR } from '@coliseum/domain/pipeline-run';
import type { ArenaContext } from '../arena/arena-context.ts';
import { checkPlayable } from '../pipeline/replay-day.ts';

/**
 * Whether a day that the queue wakes is to be played. One that was skipped or that the operator stopped stays so until the
 * operator plays it, and one whose date has passed before its prices were locked cannot be played any more.
 */
export async function isDayPlayable(
  { database, clock, logger }: Pick<ArenaContext, 'database' | 'clock' | 'logger'>,
  date: string,
): Promise<boolean> {
  const run = await database.runs.findByDate(date);
  if (run?.status === 'completed') return false;
  const playable = checkPlayable(run, { date, from: undefined, now: clock.now() });
  const reason = playable.ok ? run?.reason : playable.error;
  const isLeft = !playable.ok || run?.status === 'skipped' || reason === STOPPED_BY_OPERATOR;
  if (isLeft) logger.info({ date, reason }, 'the day is left as it is');
  return !isLeft;
}
