/** The empty result is Kalshi's own word for "not determined yet". */
export const marketResults = ['yes', 'no', 'scalar', '', 'unknown'] as const;

export type MarketResult = (typeof marketResults)[number];

const byWord = new Map<string, MarketResult>(marketResults.map((result) => [result, result]));

/** Survives a word that Kalshi adds later: it becomes `unknown`. */
export function readMarketResult(word: string | null | undefined): MarketResult {
  return byWord.get(word ?? '') ?? 'unknown';
}
