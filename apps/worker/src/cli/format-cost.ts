/** Formats micro-dollars to a hundredth of a cent: `12340` → `"$0.0123"`. */
export function formatCost(microDollars: number): string {
  return `$${(microDollars / 1e6).toFixed(4)}`;
}
