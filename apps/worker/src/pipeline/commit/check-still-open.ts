import { failure, success, type Result } from '@coliseum/domain/result';
import type { Skip } from '../stage.ts';
import type { Decided } from '../state.ts';

/** Skips a day that took too long or was resumed too late, because its bets would be on markets that have closed. */
export function checkStillOpen({ ingestion }: Pick<Decided, 'ingestion'>, now: Date): Result<null, Skip> {
  const closed = ingestion.markets.filter(({ closeTime }) => closeTime <= now).map(({ ticker }) => ticker);
  if (closed.length === 0) return success(null);
  const detail = `${closed.join(', ')} closed before the day could be committed at ${now.toISOString()}.`;
  return failure({ reason: 'closed_before_commit', detail });
}
