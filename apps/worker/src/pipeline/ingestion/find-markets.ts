import type { UnreadableMarket } from '@coliseum/kalshi/list-candidates';
import type { PipelineContext } from '../context.ts';
import { filterCandidates, type FilteredCandidates } from './filter-candidates.ts';

const DAY_MS = 86_400_000;

export type FoundMarkets = {
  readonly parted: FilteredCandidates;
  /** What Kalshi listed and nobody can read. */
  readonly unreadable: readonly UnreadableMarket[];
};

/** The markets that close within 24 hours of the lock, parted into those that can be played and the rest. Costs nothing. */
export async function findMarkets(
  lockedAt: Date,
  { kalshi, database }: Pick<PipelineContext, 'kalshi' | 'database'>,
): Promise<FoundMarkets> {
  const unreadable: UnreadableMarket[] = [];
  const found = await kalshi.listCandidates({
    closesAfter: lockedAt,
    closesBefore: new Date(lockedAt.getTime() + DAY_MS),
    onUnreadable: (market) => void unreadable.push(market),
  });
  const playedTickers = await database.events.findUsedTickers(found.map(({ market }) => market.ticker));
  return { parted: filterCandidates(found, { playedTickers, lockedAt }), unreadable };
}
