import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { createSeededRandom } from '@coliseum/domain/random';

/**
 * The random five of a day (S6.3): drawn by lot from the tickers of all its eligible markets, selected ones included, in
 * the order drawn. The same for the same date and tickers, in whatever order they come. Empty for fewer than five.
 */
export function sampleRandomControl(date: string, tickers: readonly string[]): readonly string[] {
  if (tickers.length < MATCHES_PER_DAY) return [];
  const pool = tickers.toSorted();
  const random = createSeededRandom(`coliseum/control/${date}`);
  const control: string[] = [];
  // A partial Fisher–Yates shuffle: the market at position i leaves its place to the one that is still undrawn there.
  for (let position = 0; position < MATCHES_PER_DAY; position += 1) {
    const chosen = position + random.index(pool.length - position);
    control.push(...pool.slice(chosen, chosen + 1));
    pool.copyWithin(chosen, position, position + 1);
  }
  return control;
}
