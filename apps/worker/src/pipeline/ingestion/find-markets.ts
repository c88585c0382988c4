import { CLOSES_WITHIN_HOURS } from '@coliseum/domain/arena-rules';
import { HOUR_MS } from '@coliseum/domain/durations';
import type { UnreadableMarket } from '@coliseum/kalshi/tally-events';
import type { ArenaContext } from '../../arena/arena-context.ts';
import { filterCandidates, type FilteredCandidates } from './filter-candidates.ts';

export type MarketListing = {
  readonly candidates: FilteredCandidates;
  /** Listed by Kalshi, but not readable. */
  readonly unreadable: readonly UnreadableMarket[];
};

/** Where the markets come from, and which of them were played. */
export type MarketSources = {
  readonly kalshi: Pick<ArenaContext['kalshi'], 'listCandidates'>;
  readonly database: { readonly events: Pick<ArenaContext['database']['events'], 'findUsedTickers'> };
};

/** Finds and filters the markets that close within 24 hours of `lockedAt`. Makes no paid calls. Throws KALSHI_*. */
export async function findMarkets({ kalshi, database }: MarketSources, lockedAt: Date): Promise<MarketListing> {
  const unreadable: UnreadableMarket[] = [];
  const candidates = await kalshi.listCandidates({
    closesAfter: lockedAt,
    closesBefore: new Date(lockedAt.getTime() + CLOSES_WITHIN_HOURS * HOUR_MS),
    onUnreadable: (market) => void unreadable.push(market),
  });
  const playedTickers = await database.events.findUsedTickers(candidates.map(({ market }) => market.ticker));
  return { candidates: filterCandidates({ playedTickers, lockedAt }, candidates), unreadable };
}
