import { failure, success, type Result } from '@coliseum/domain/result';
import type { Skip } from '../stage.ts';
import type { Decided } from '../state.ts';

/**
 * Whether every market of the day is still open. A day that took too long, or was taken up again too late, is not committed:
 * its bets would stand on markets that are over.
 */
export function checkStillOpen({ ingestion }: Pick<Decided, 'ingestion'>, now: Date): Result<null, Skip> {
  const closed = ingestion.markets.filter(({ closeTime }) => closeTime <= now).map(({ ticker }) => ticker);
  if (closed.length === 0) return success(null);
  const detail = `${closed.join(', ')} closed before the day could be committed at ${now.toISOString()}.`;
  return failure({ reason: 'closed_before_commit', detail });
}
