export type Drawdown = {
  /** The deepest fall from a high, in cents; never negative. */
  readonly maxDrawdownCents: number;
  /** The same as a share of the high. */
  readonly maxDrawdown: number;
};

/** A bankroll after some of its postings, with its high and its deepest fall so far. */
export type EquityPath = Drawdown & { readonly equityCents: number; readonly peakCents: number };

/** The start counts as a high. */
export function startPath(startCents: number): EquityPath {
  return { equityCents: startCents, peakCents: startCents, maxDrawdownCents: 0, maxDrawdown: 0 };
}

export function postToPath(path: EquityPath, cents: number): EquityPath {
  const equityCents = path.equityCents + cents;
  const peakCents = Math.max(path.peakCents, equityCents);
  return {
    equityCents,
    peakCents,
    maxDrawdownCents: Math.max(path.maxDrawdownCents, peakCents - equityCents),
    maxDrawdown: Math.max(path.maxDrawdown, (peakCents - equityCents) / peakCents),
  };
}

/** The deepest fall of a bankroll over its postings in order, the start counting as a high (scoring.md S5.2). */
export function computeDrawdown(startCents: number, postingsCents: readonly number[]): Drawdown {
  const { maxDrawdownCents, maxDrawdown } = postingsCents.reduce(postToPath, startPath(startCents));
  return { maxDrawdownCents, maxDrawdown };
}
