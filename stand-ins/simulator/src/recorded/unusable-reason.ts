/** Why a recorded market cannot be offered. Each market has at most one reason: the first of these that holds. */
export type UnusableReason =
  /** No price was recorded before the settlement. */
  | 'no_quote'
  /** The recorded price is not strictly between 0 and 1. */
  | 'quote_not_between_0_and_1'
  /** The recorded bid is not below the recorded ask. */
  | 'quote_crossed'
  /** The market opened after the lock of the only day on which it could have been offered. */
  | 'not_open_at_lock'
  /** The market is known to have closed, ahead of its listed close, by the lock of that day. */
  | 'closed_before_lock';

/** A count for each reason, to start from. */
export const noneUnusable: Readonly<Record<UnusableReason, number>> = {
  no_quote: 0,
  quote_not_between_0_and_1: 0,
  quote_crossed: 0,
  not_open_at_lock: 0,
  closed_before_lock: 0,
};
