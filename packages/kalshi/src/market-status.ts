/** The statuses of Kalshi's lifecycle, as its answers name them; `unknown` stands for one that was added since. */
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

/** A status that Kalshi adds later becomes `unknown`, on which nothing is bet or settled. */
export function readMarketStatus(text: string): MarketStatus {
  return statusByText.get(text) ?? 'unknown';
}
