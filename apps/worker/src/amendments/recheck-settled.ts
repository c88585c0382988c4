import { RECHECKED_FOR_DAYS } from '@coliseum/domain/arena-rules';
import { DAY_MS } from '@coliseum/domain/durations';
import { isAppError, isServiceError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { ArenaContext } from '../arena/arena-context.ts';
import { toSettlement } from '../settlement/to-settlement.ts';
import { amendEvent } from './amend-event.ts';

export type RecheckReport = {
  readonly rechecked: number;
  /** Events whose outcome the exchange had changed, after the amendment. */
  readonly amended: readonly ArenaEvent[];
  /** Number of events not rechecked, because the exchange was unreachable or the process is stopping. */
  readonly remaining: number;
};

type RecheckContext = Pick<ArenaContext, 'clock' | 'database' | 'kalshi' | 'logger' | 'stopping'>;

/**
 * Asks the exchange again about every event settled in the last two weeks, and amends those whose outcome has changed. An
 * event whose result is not final at the moment, or contradicts itself, is left alone. When the exchange is unreachable, the rest waits for the
 * next recheck.
 */
export async function recheckSettled(
  context: RecheckContext,
  onProgress: (done: number, total: number) => void,
): Promise<RecheckReport> {
  const since = new Date(context.clock.now().getTime() - RECHECKED_FOR_DAYS * DAY_MS);
  const events = await context.database.events.listSettledSince(since);
  const amended: ArenaEvent[] = [];
  let rechecked = 0;
  for (const event of events) {
    if (context.stopping.aborted) break;
    const marketOutcome = await fetchOutcome(context, event);
    if (marketOutcome === 'out_of_reach') break;
    const after = await amendIfChanged(context, event, marketOutcome);
    if (after !== null) amended.push(after);
    rechecked += 1;
    onProgress(rechecked, events.length);
  }
  return { rechecked, amended, remaining: events.length - rechecked };
}

async function fetchOutcome(
  { kalshi, logger }: RecheckContext,
  event: ArenaEvent,
): Promise<MarketOutcome | null | 'out_of_reach'> {
  try {
    return await kalshi.getOutcome(event.kalshiTicker);
  } catch (error) {
    if (isAppError(error, 'KALSHI_MARKET_NOT_FOUND')) return null;
    if (!isServiceError(error, 'kalshi')) throw error;
    logger.warn({ err: error, eventId: event.id }, 'recheck of settled event failed');
    return 'out_of_reach';
  }
}

async function amendIfChanged(
  context: RecheckContext,
  event: ArenaEvent,
  marketOutcome: MarketOutcome | null,
): Promise<ArenaEvent | null> {
  const settlement = toSettlement(marketOutcome, context.clock.now());
  if (settlement === null) return null;
  const after = await amendEvent(context, event.id, settlement);
  if (after === null) return null;
  const { kalshiTicker: ticker, outcome, amendments } = after;
  const previousOutcome = amendments.at(-1)?.previousOutcome;
  context.logger.error({ eventId: event.id, ticker, outcome, previousOutcome }, 'outcome amended');
  return after;
}
