/** Ids are ordered by code unit, capitals first (scoring.md S1). */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
