import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import { addDays, toMatchDate, type MatchDate } from '@coliseum/domain/match-date';

/**
 * The first match day that a change of the roster can hold for: today, or the day after the latest one that has begun. A
 * day that has begun keeps its agents to the end.
 */
export async function findNextMatchDay({ runs }: Pick<Repositories, 'runs'>, now: Date): Promise<MatchDate> {
  const [latest] = await runs.list({ limit: 1, offset: 0 });
  const today = toMatchDate(now);
  return latest === undefined || latest.date < today ? today : addDays(latest.date, 1);
}
