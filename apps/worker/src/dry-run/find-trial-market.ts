import { CLOSES_WITHIN_HOURS } from '@coliseum/domain/arena-rules';
import { toCategory } from '@coliseum/domain/category';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { ArenaContext } from '../arena/arena-context.ts';
import { findMarkets } from '../pipeline/ingestion/find-markets.ts';
import { lockMarket } from '../pipeline/ingestion/lock-market.ts';
import { lockPrice } from '../pipeline/ingestion/lock-price.ts';
import type { SelectedMarket } from '../pipeline/state.ts';

/**
 * Finds a market that closes within 24 hours and locks its current price, as if it had been selected. Markets that a
 * day would filter out are allowed as long as they have a price. Throws ARGUMENT_INVALID.
 */
export async function findTrialMarket(context: ArenaContext, ticker: string): Promise<SelectedMarket> {
  const { candidates } = await findMarkets(context, context.clock.now());
  const listed = [...candidates.eligible, ...candidates.filtered.map(({ candidate }) => candidate)];
  const candidate = listed.find(({ market }) => market.ticker === ticker);
  if (candidate === undefined) {
    const message = `--ticker: no market ${ticker} closes within ${CLOSES_WITHIN_HOURS} hours. To list those that do: "npm run arena -- try ingestion --no-selection".`;
    throw new AppError({ code: 'ARGUMENT_INVALID', message });
  }
  const price = lockPrice(candidate.market);
  if (!price.ok) {
    throw new AppError({
      code: 'ARGUMENT_INVALID',
      message: `--ticker: market ${ticker} has no usable price: ${price.error}.`,
    });
  }
  const category = toCategory(candidate.event.category);
  const selected = { candidate: { ...candidate, price: price.value }, category, reason: 'Tried by the operator.' };
  return lockMarket(context, selected, 1);
}
