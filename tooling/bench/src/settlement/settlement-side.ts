/** One way to settle the events of the sample books, on a database of its own. */
export type SettlementSide = {
  /** Settles the `index`-th event: afterwards its transaction is committed. */
  readonly settle: (index: number) => Promise<void>;
  readonly close: () => Promise<void>;
};
