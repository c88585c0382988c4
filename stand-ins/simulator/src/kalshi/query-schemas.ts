import { z } from 'zod';

const UnixSeconds = z.coerce.number().int().nonnegative();
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const Tickers = z.string().transform((list) => list.split(',').filter((ticker) => ticker !== ''));

export const MarketStatusFilter = z.enum(['unopened', 'open', 'paused', 'closed', 'settled']);
export type MarketStatusFilter = z.infer<typeof MarketStatusFilter>;

const EventStatusFilter = z.enum(['unopened', 'open', 'closed', 'settled']);

/** The parameters of `GET /events` that the simulator acts on; Kalshi ignores names it doesn't know, and so do we. */
export const EventsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: z.string().optional(),
  status: EventStatusFilter.optional(),
  series_ticker: z.string().optional(),
  tickers: Tickers.optional(),
  with_nested_markets: Flag.default(false),
  min_close_ts: UnixSeconds.optional(),
});

/** The parameters of `GET /markets` that the simulator acts on. */
export const MarketsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().optional(),
  status: MarketStatusFilter.optional(),
  event_ticker: z.string().optional(),
  series_ticker: z.string().optional(),
  tickers: Tickers.optional(),
  min_close_ts: UnixSeconds.optional(),
  max_close_ts: UnixSeconds.optional(),
  min_settled_ts: UnixSeconds.optional(),
  max_settled_ts: UnixSeconds.optional(),
  mve_filter: z.enum(['only', 'exclude']).optional(),
});
export type MarketsQuery = z.infer<typeof MarketsQuery>;

export const NestedQuery = z.object({ with_nested_markets: Flag.default(false) });
export const SeriesQuery = z.object({ category: z.string().optional() });
