import { CLOSES_WITHIN_HOURS } from '@coliseum/domain/arena-rules';
import { ensurePresent } from '@coliseum/domain/assert';
import { HOUR_MS } from '@coliseum/domain/durations';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { KalshiClient } from '@coliseum/kalshi/client';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { SimulatorProcess } from '../simulator/start-simulator-process.ts';

const FIRST_DATE = '2026-11-22';
/** So many more markets are found than are needed, as some never get a value. */
const SPARE_FACTOR = 1.2;

/** When every market of the days that are looked through is final, and still found by its ticker. */
const DAYS_UNTIL_FINAL = 10;

export type FinalMarkets = {
  readonly tickers: readonly string[];
  readonly getOutcome: (ticker: string) => MarketOutcome;
};

/** Markets of as many days as it takes that the exchange has paid, with the outcome of each. The simulator's clock moves on. */
export async function findFinalMarkets(
  simulator: SimulatorProcess,
  kalshi: KalshiClient,
  count: number,
): Promise<FinalMarkets> {
  const moveTo = (now: Date) => simulator.admin('POST', 'clock', { mode: 'manual', now: now.toISOString() });
  const tickers = new Set<string>();
  let date = FIRST_DATE;
  for (; tickers.size < count * SPARE_FACTOR; date = addDays(date, 1)) {
    const lock = toLockTime(date);
    await moveTo(lock);
    const window = { closesAfter: lock, closesBefore: new Date(lock.getTime() + CLOSES_WITHIN_HOURS * HOUR_MS) };
    for (const { market } of await kalshi.listCandidates(window)) tickers.add(market.ticker);
  }
  await moveTo(toLockTime(addDays(date, DAYS_UNTIL_FINAL)));
  const outcomes = new Map<string, MarketOutcome>();
  for (const ticker of tickers) {
    if (outcomes.size === count) break;
    const outcome = await kalshi.getOutcome(ticker);
    if (outcome.state === 'final') outcomes.set(ticker, outcome);
  }
  return {
    tickers: [...outcomes.keys()],
    getOutcome: (ticker) => ensurePresent(outcomes.get(ticker), `outcome of ${ticker}`),
  };
}
