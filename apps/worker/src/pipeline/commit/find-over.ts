import { MINUTE_MS } from '@coliseum/domain/durations';
import { readQuotes } from '../betting/read-quotes.ts';
import type { Decided, OverMarket } from '../state.ts';

/**
 * How long the markets' status of the last decision counts. A day that is committed at once is far within it; one that
 * was resumed after a crash is not. The exchange's own answers may be 15 seconds old.
 */
const STATUS_COUNTS_FOR_MINUTES = 1;

/** The markets on which no bet may be placed any more. Asks the exchange again if the last answer is too old. */
export async function findOver(
  context: Parameters<typeof readQuotes>[0],
  { ingestion, betting }: Pick<Decided, 'ingestion' | 'betting'>,
): Promise<readonly OverMarket[]> {
  const known = betting.over ?? [];
  const ageMs = context.clock.now().getTime() - (betting.checkedAt?.getTime() ?? 0);
  if (known.length > 0 || ageMs <= STATUS_COUNTS_FOR_MINUTES * MINUTE_MS) return known;
  return (await readQuotes(context, ingestion.markets)).over;
}
