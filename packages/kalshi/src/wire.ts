import { z } from 'zod';

const text = z.string().nullish();

/** A market as Kalshi sends it: only the fields the arena uses, everything else may come and go. */
export const WireMarket = z.object({
  ticker: z.string().min(1),
  event_ticker: z.string().min(1),
  market_type: text,
  title: text,
  yes_sub_title: text,
  no_sub_title: text,
  status: z.string(),
  result: text,
  settlement_value_dollars: text,
  settlement_ts: text,
  open_time: z.string(),
  close_time: z.string(),
  expected_expiration_time: text,
  latest_expiration_time: text,
  can_close_early: z.boolean().nullish(),
  yes_bid_dollars: text,
  yes_ask_dollars: text,
  last_price_dollars: text,
  volume_fp: text,
  volume_24h_fp: text,
  open_interest_fp: text,
  rules_primary: text,
  rules_secondary: text,
});
export type WireMarket = z.infer<typeof WireMarket>;

/** An event whose markets are not parsed yet: one that cannot be read does not cost the others. */
export const WireEvent = z.object({
  event_ticker: z.string().min(1),
  series_ticker: text,
  title: text,
  category: text,
  markets: z.array(z.unknown()).nullish(),
});
export type WireEvent = z.infer<typeof WireEvent>;

/** A page of `GET /events`. An empty, null or absent cursor is the end. */
export const WireEventsPage = z.object({ events: z.array(z.unknown()), cursor: text });
export type WireEventsPage = z.infer<typeof WireEventsPage>;

export const WireMarketAnswer = z.object({ market: z.unknown() });
export type WireMarketAnswer = z.infer<typeof WireMarketAnswer>;

export const WireSeriesAnswer = z.object({ series: z.object({ category: text }) });
export type WireSeriesAnswer = z.infer<typeof WireSeriesAnswer>;
