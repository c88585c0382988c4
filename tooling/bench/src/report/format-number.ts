/** Three figures for what is small, whole numbers with separators for what is large: 0.0123, 4.56, 78.9, 1,234. */
export function formatNumber(value: number): string {
  const options = Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return value.toLocaleString('en-US', options);
}
