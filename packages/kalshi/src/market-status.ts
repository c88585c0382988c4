/** The response words of Kalshi's lifecycle; `unknown` stands for a word that was added since. */
export const marketStatuses = [
  'initialized',
  'active',
  'inactive',
  'closed',
  'determined',
  'disputed',
  'amended',
  'finalized',
  'unknown',
] as const;

export type MarketStatus = (typeof marketStatuses)[number];

const statusByText = new Map<string, MarketStatus>(marketStatuses.map((status) => [status, status]));

/** Survives a word that Kalshi adds later: it becomes `unknown`, on which nothing is bet or settled. */
export function readMarketStatus(text: string): MarketStatus {
  return statusByText.get(text) ?? 'unknown';
}
