import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { createSeededRandom } from '@coliseum/domain/random';

/**
 * The control of a day (scoring.md S6.3): five tickers taken by lot from all its eligible markets, selected ones included,
 * in the order the lot fell. The same for the same date and tickers, in whatever order they come. Empty for fewer than five.
 */
export function sampleRandomControl(date: string, tickers: readonly string[]): readonly string[] {
  if (tickers.length < MATCHES_PER_DAY) return [];
  const pool = tickers.toSorted();
  const random = createSeededRandom(`coliseum/control/${date}`);
  const control: string[] = [];
  // A partial Fisher–Yates shuffle: the market at position i swaps places with a market that was not taken yet.
  for (let position = 0; position < MATCHES_PER_DAY; position += 1) {
    const chosen = position + random.index(pool.length - position);
    control.push(...pool.slice(chosen, chosen + 1));
    pool.copyWithin(chosen, position, position + 1);
  }
  return control;
}
