/** Kalshi sends an empty result for "not determined yet". */
export const marketResults = ['yes', 'no', 'scalar', '', 'unknown'] as const;

export type MarketResult = (typeof marketResults)[number];

const resultByText = new Map<string, MarketResult>(marketResults.map((result) => [result, result]));

/** A result that Kalshi adds later becomes `unknown`. */
export function readMarketResult(text: string | null | undefined): MarketResult {
  return resultByText.get(text ?? '') ?? 'unknown';
}
