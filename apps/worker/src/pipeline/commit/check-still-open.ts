import { failure, success, type Result } from '@coliseum/domain/result';
import type { Skip } from '../stage.ts';
import type { Decided, OverMarket } from '../state.ts';

/**
 * Skips a day whose bets would follow a result: one of its markets has closed, as listed, or is over by the exchange's
 * own word. Why all of it, and not the one match: `docs/decisions/0018-over-before-the-bets.md`.
 */
export function checkStillOpen(
  { ingestion }: Pick<Decided, 'ingestion'>,
  over: readonly OverMarket[],
  now: Date,
): Result<null, Skip> {
  const reasons = new Map(over.map(({ eventId, why }) => [eventId, why]));
  const ended = ingestion.markets.flatMap(({ eventId, ticker, closeTime }) => {
    const why = reasons.get(eventId) ?? (closeTime <= now ? 'closed' : null);
    return why === null ? [] : [`${ticker} (${why})`];
  });
  if (ended.length === 0) return success(null);
  const detail = `Over before the day could be committed at ${now.toISOString()}: ${ended.join(', ')}.`;
  return failure({ reason: 'closed_before_commit', detail });
}
