import { z } from 'zod';

/** A text that something is decided by: of another type, its market cannot be read. */
const text = z.string().nullish();

/** A ticker goes into addresses, prompts and unique keys: printable, without spaces, and far shorter than this. */
const Ticker = z.string().regex(/^[!-~]{1,100}$/);

/** What is only shown. Of another type, it counts as not sent: it is no reason to lose a market. */
const shownText = z.string().nullish().catch(null);

/** A market as Kalshi sends it: only the fields the arena uses, everything else may come and go. */
export const WireMarket = z.object({
  ticker: Ticker,
  event_ticker: Ticker,
  market_type: text,
  title: shownText,
  yes_sub_title: shownText,
  no_sub_title: shownText,
  status: z.string(),
  result: text,
  settlement_value_dollars: text,
  settlement_ts: shownText,
  open_time: shownText,
  close_time: z.string(),
  /** Prices and the expected expiration decide only while the market can be bet on, so `parseMarket` looks at them. */
  expected_expiration_time: z.unknown().optional(),
  latest_expiration_time: shownText,
  can_close_early: z.boolean().nullish().catch(null),
  yes_bid_dollars: z.unknown().optional(),
  yes_ask_dollars: z.unknown().optional(),
  last_price_dollars: z.unknown().optional(),
  volume_fp: z.unknown().optional(),
  volume_24h_fp: z.unknown().optional(),
  open_interest_fp: z.unknown().optional(),
  is_provisional: z.unknown().optional(),
  rules_primary: shownText,
  rules_secondary: shownText,
});
export type WireMarket = z.infer<typeof WireMarket>;

/** An event whose markets are not parsed yet: one that cannot be read does not cost the others. */
export const WireEvent = z.object({
  event_ticker: Ticker,
  series_ticker: shownText,
  title: shownText,
  category: shownText,
  markets: z.array(z.unknown()).nullish(),
});
export type WireEvent = z.infer<typeof WireEvent>;

/** A page of `GET /events`. An empty, null or absent cursor is the end. */
export const WireEventsPage = z.object({ events: z.array(z.unknown()), cursor: text });
export type WireEventsPage = z.infer<typeof WireEventsPage>;

export const WireMarketAnswer = z.object({ market: z.unknown() });
export type WireMarketAnswer = z.infer<typeof WireMarketAnswer>;

export const WireSeriesAnswer = z.object({ series: z.object({ category: shownText }) });
export type WireSeriesAnswer = z.infer<typeof WireSeriesAnswer>;
