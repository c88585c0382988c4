export type Drawdown = {
  /** The deepest fall from a high, in cents; never negative. */
  readonly maxDrawdownCents: number;
  /** The same as a share of the high. */
  readonly maxDrawdown: number;
};

/** The deepest fall of a bankroll over its postings in order, the start counting as a high (scoring.md S5.2). */
export function computeDrawdown(startCents: number, postingsCents: readonly number[]): Drawdown {
  let equityCents = startCents;
  let peakCents = startCents;
  let maxDrawdownCents = 0;
  let maxDrawdown = 0;
  for (const posting of postingsCents) {
    equityCents += posting;
    peakCents = Math.max(peakCents, equityCents);
    maxDrawdownCents = Math.max(maxDrawdownCents, peakCents - equityCents);
    maxDrawdown = Math.max(maxDrawdown, (peakCents - equityCents) / peakCents);
  }
  return { maxDrawdownCents, maxDrawdown };
}
