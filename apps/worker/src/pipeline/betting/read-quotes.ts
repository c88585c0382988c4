import { isAppError } from '@coliseum/domain/errors/app-error';
import { explainOver } from '@coliseum/kalshi/explain-over';
import type { ArenaContext } from '../../arena/arena-context.ts';
import type { DecisionQuote, OverMarket, SelectedMarket } from '../state.ts';
import { toDecimalOrNull } from '../to-decimal-or-null.ts';

type QuoteContext = { readonly kalshi: Pick<ArenaContext['kalshi'], 'getMarket'> } & Pick<
  ArenaContext,
  'clock' | 'logger'
>;

export type MarketsAfterwards = {
  readonly quotes: DecisionQuote[];
  /** Those on which no bet may be placed any more. */
  readonly over: OverMarket[];
  readonly checkedAt: Date;
};

type MarketAfterwards = { readonly quote: DecisionQuote | null; readonly over: OverMarket | null };

/**
 * Reads each market again after the last decision. Its quote pays nothing: it later separates skill from news that came
 * after the lock. Its status says whether it was over before the bets. A market that cannot be read has no quote, and
 * the day continues: whether it is over is then told by its close as it was listed.
 */
export async function readQuotes(
  context: QuoteContext,
  markets: readonly SelectedMarket[],
): Promise<MarketsAfterwards> {
  const read = await Promise.all(markets.map(async (market) => await readMarket(context, market)));
  return {
    quotes: read.flatMap(({ quote }) => quote ?? []),
    over: read.flatMap(({ over }) => over ?? []),
    checkedAt: context.clock.now(),
  };
}

async function readMarket(
  { kalshi, clock, logger }: QuoteContext,
  { eventId, ticker }: SelectedMarket,
): Promise<MarketAfterwards> {
  try {
    const market = await kalshi.getMarket(ticker);
    const at = clock.now();
    const bid = toDecimalOrNull(market.yesBidMicros);
    const ask = toDecimalOrNull(market.yesAskMicros);
    const why = explainOver(market, at);
    return {
      quote: { eventId, bid, ask, last: toDecimalOrNull(market.lastPriceMicros), at },
      over: why === null ? null : { eventId, why },
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    logger.warn({ err: error, eventId, ticker }, 'quote after decisions unreadable');
    // What the exchange no longer has can neither be bet on nor ever be settled.
    const isGone = error.entry.failure === 'not_found';
    return { quote: null, over: isGone ? { eventId, why: 'gone from the exchange' } : null };
  }
}
