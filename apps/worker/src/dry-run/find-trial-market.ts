import { AppError } from '@coliseum/domain/errors/app-error';
import type { ArenaContext } from '../arena/arena-context.ts';
import { findMarkets } from '../pipeline/ingestion/find-markets.ts';
import { lockMarket } from '../pipeline/ingestion/lock-market.ts';
import { lockPrice } from '../pipeline/ingestion/lock-price.ts';
import type { SelectedMarket } from '../pipeline/state.ts';

/**
 * A market that closes within 24 hours, as if it had been picked at its price of now. One that a day would not play can be
 * tried too, as long as it has a price. Throws ARGUMENT_INVALID.
 */
export async function findTrialMarket(context: ArenaContext, ticker: string): Promise<SelectedMarket> {
  const { candidates } = await findMarkets(context, context.clock.now());
  const listed = [...candidates.eligible, ...candidates.filtered.map(({ candidate }) => candidate)];
  const candidate = listed.find(({ market }) => market.ticker === ticker);
  if (candidate === undefined) {
    const message = `--ticker ${ticker} is no market that closes within 24 hours. "arena try ingestion --no-selection" lists them.`;
    throw new AppError({ code: 'ARGUMENT_INVALID', message });
  }
  const price = lockPrice(candidate.market);
  if (!price.ok) {
    throw new AppError({
      code: 'ARGUMENT_INVALID',
      message: `--ticker ${ticker} has no usable price: ${price.error}.`,
    });
  }
  const category = candidate.event.category.toLowerCase();
  const selected = { candidate: { ...candidate, price: price.value }, category, reason: 'Tried by the operator.' };
  return lockMarket(context, selected, 1);
}
