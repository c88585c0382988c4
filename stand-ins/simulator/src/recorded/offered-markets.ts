import type { RecordedMarket } from './recorded-market.ts';

const DAY_MS = 86_400_000;

/** The markets that a day locked at `lockTime` can play: open then, and closing within the 24 hours after it. */
export function filterOfferedMarkets(markets: readonly RecordedMarket[], lockTime: Date): readonly RecordedMarket[] {
  const lockMs = lockTime.getTime();
  return markets.filter((market) => {
    const closesInMs = market.realCloseTime.getTime() - lockMs;
    const isOpen = (market.openTime === null || market.openTime <= lockTime) && market.knownClosedBy > lockTime;
    return isOpen && closesInMs > 0 && closesInMs <= DAY_MS;
  });
}
