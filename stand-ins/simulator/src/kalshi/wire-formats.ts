/** Micros as Kalshi writes prices: four decimals, or six where four are not enough. `385000` → `"0.3850"`. */
export function formatWirePrice(micros: number): string {
  const sixPlaces = `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
  return sixPlaces.endsWith('00') ? sixPlaces.slice(0, -2) : sixPlaces;
}

/** Hundredths of a contract as Kalshi writes counts: `27192668` → `"271926.68"`. */
export function formatWireCount(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** An instant as RFC 3339 with as many fractional digits as it needs: none on whole seconds. */
export function formatWireTime(instantMs: number): string {
  const text = new Date(instantMs).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}
