import { createSeededRandom } from '@coliseum/domain/random';

/** How many are drawn: as many as a day plays. */
const DRAWN = 5;

/**
 * The random five of a day (S6.3): drawn by lot from the tickers of all its eligible markets, selected ones included, in
 * the order drawn. The same for the same date and tickers, in whatever order they come. Empty for fewer than five.
 */
export function drawRandomControl(date: string, tickers: readonly string[]): readonly string[] {
  if (tickers.length < DRAWN) return [];
  const pool = tickers.toSorted();
  const random = createSeededRandom(`coliseum/control/${date}`);
  const drawn: string[] = [];
  // A partial Fisher–Yates shuffle: the market at position i leaves its place to the one that is still undrawn there.
  for (let position = 0; position < DRAWN; position += 1) {
    const chosen = position + random.index(pool.length - position);
    drawn.push(...pool.slice(chosen, chosen + 1));
    pool.copyWithin(chosen, position, position + 1);
  }
  return drawn;
}
