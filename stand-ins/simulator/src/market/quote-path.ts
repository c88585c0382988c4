import type { PriceLadder } from './price-ladder.ts';

/** How a market's quotes go through time. Prices in micros, times in epoch milliseconds. */
export type QuotePath =
  /** Two-sided, moving from the price at the lock towards the outcome. */
  | {
      readonly kind: 'drifting';
      readonly ladder: PriceLadder;
      readonly lockedAtMs: number;
      /** The middle of the book at the lock, before it is put on a tick: 0 to 1. */
      readonly lockPrice: number;
      readonly spreadTicks: number;
      /** Log-odds gained by the close; negative towards NO. */
      readonly drift: number;
    }
  /** As recorded, the same at all times; null where the recording has no such side. */
  | {
      readonly kind: 'constant';
      readonly bidMicros: number | null;
      readonly askMicros: number | null;
      readonly lastMicros: number;
    };
