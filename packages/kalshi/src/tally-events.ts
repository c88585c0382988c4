import type { KalshiMarket } from './market.ts';
import { parseMarket } from './parse-market.ts';
import type { ReadEvent } from './read-open-events.ts';
import type { WireEvent } from './wire.ts';

/** Something in the list that cannot be read: a market, or with an empty ticker a whole event. */
export type UnreadableMarket = { readonly eventTicker: string; readonly field: string };

export type Listed = { readonly event: WireEvent; readonly market: KalshiMarket };

export type Tally = {
  /** Of the markets that `isWanted`, the latest of each ticker: the list moves while it is paged. */
  readonly wanted: ReadonlyMap<string, Listed>;
  readonly readable: number;
  readonly unreadable: readonly UnreadableMarket[];
};

/** Counts what a list of events holds, and keeps the markets that are wanted. */
export async function tallyEvents(
  events: AsyncIterable<ReadEvent>,
  isWanted: (market: KalshiMarket) => boolean,
): Promise<Tally> {
  const wanted = new Map<string, Listed>();
  const unreadable: UnreadableMarket[] = [];
  let readable = 0;
  for await (const read of events) {
    if (!read.ok) {
      unreadable.push({ eventTicker: '', field: read.error.field });
      continue;
    }
    const event = read.value;
    // An open event has a market. One without the field would make an exchange of another format look empty.
    if (event.markets === undefined) unreadable.push({ eventTicker: event.event_ticker, field: 'markets' });
    for (const body of event.markets ?? []) {
      const field = findUnreadField(body, (market) => {
        if (isWanted(market)) wanted.set(market.ticker, { event, market });
      });
      if (field === null) readable += 1;
      else unreadable.push({ eventTicker: event.event_ticker, field });
    }
  }
  return { wanted, readable, unreadable };
}

/** Hands the market on if it can be read; otherwise returns the field that is to blame. */
function findUnreadField(body: unknown, use: (market: KalshiMarket) => void): string | null {
  const parsed = parseMarket(body);
  if (!parsed.ok) return parsed.error.field;
  // The list is of open markets: a status that is not known here may be the new word for one that can be bet on.
  if (parsed.value.status === 'unknown') return 'status';
  use(parsed.value);
  return null;
}

/** How many were lost by which field, most first: `yes_bid_dollars 800, close_time 12`. */
export function describeUnreadable(unreadable: readonly UnreadableMarket[]): string {
  const counts = [...countByField(unreadable)].toSorted(([, a], [, b]) => b - a);
  return counts.map(([field, count]) => `${field} ${count}`).join(', ');
}

/** By field; what is no object at all counts as `market`. */
export function countByField(unreadable: readonly UnreadableMarket[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { field } of unreadable) counts.set(field || 'market', (counts.get(field || 'market') ?? 0) + 1);
  return counts;
}
