import { z } from 'zod';

const Instant = z.iso.datetime();
const Price = z.number();

const ObservedQuote = z.object({
  yes_bid: Price.nullish(),
  yes_ask: Price.nullish(),
  last: Price.nullish(),
  at: Instant,
});

/** One line of a file of recorded, settled markets; anything that is not listed here is ignored. */
export const RecordedRow = z.object({
  ticker: z.string().min(1),
  event_ticker: z.string().min(1),
  series_ticker: z.string().nullish(),
  category: z.string().nullish(),
  title: z.string().nullish(),
  event_title: z.string().nullish(),
  series_title: z.string().nullish(),
  yes_sub_title: z.string().nullish(),
  market_type: z.string().nullish(),
  open_time: Instant.nullish(),
  close_time: Instant,
  /** `after_settlement`: the close is the real one. `listed_at_capture`: it is what was listed while open. */
  close_time_basis: z.enum(['after_settlement', 'listed_at_capture']),
  listed_close_time: Instant.nullish(),
  expected_expiration_time: Instant.nullish(),
  settlement_ts: Instant.nullish(),
  /** The settlement had happened by then. */
  settlement_seen_by: Instant.nullish(),
  result: z.enum(['yes', 'no', 'scalar']),
  settlement_value_dollars: z
    .string()
    .regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/)
    .nullish(),
  rules_primary: z.string().nullish(),
  price_24h_before_close: ObservedQuote.nullish(),
  price_observed: ObservedQuote.nullish(),
  volume: z.number().nonnegative().nullish(),
  open_interest: z.number().nonnegative().nullish(),
  floor_strike: z.number().nullish(),
  cap_strike: z.number().nullish(),
  strike_type: z.string().nullish(),
});
export type RecordedRow = z.infer<typeof RecordedRow>;
