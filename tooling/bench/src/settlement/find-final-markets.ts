import { CLOSES_WITHIN_HOURS } from '@coliseum/domain/arena-rules';
import { ensurePresent } from '@coliseum/domain/assert';
import { HOUR_MS } from '@coliseum/domain/durations';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { KalshiClient } from '@coliseum/kalshi/client';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { SimulatorProcess } from '../simulator/start-simulator-process.ts';

const FIRST_DATE = '2026-11-22';
/** When every market of the days that are looked through is final, and still found by its ticker. */
const DAYS_UNTIL_FINAL = 10;

export type FinalMarkets = {
  readonly tickers: readonly string[];
  readonly getOutcome: (ticker: string) => MarketOutcome;
};

/** The exchange's markets of as many days as it takes, with the outcome of each. The simulator's clock moves on. */
export async function findFinalMarkets(
  simulator: SimulatorProcess,
  kalshi: KalshiClient,
  count: number,
): Promise<FinalMarkets> {
  const moveTo = (now: Date) => simulator.admin('POST', 'clock', { mode: 'manual', now: now.toISOString() });
  const tickers = new Set<string>();
  let date = FIRST_DATE;
  for (; tickers.size < count; date = addDays(date, 1)) {
    const lock = toLockTime(date);
    await moveTo(lock);
    const window = { closesAfter: lock, closesBefore: new Date(lock.getTime() + CLOSES_WITHIN_HOURS * HOUR_MS) };
    for (const { market } of await kalshi.listCandidates(window)) tickers.add(market.ticker);
  }
  await moveTo(toLockTime(addDays(date, DAYS_UNTIL_FINAL)));
  const chosen = [...tickers].slice(0, count);
  const outcomes = new Map<string, MarketOutcome>();
  for (const ticker of chosen) outcomes.set(ticker, await kalshi.getOutcome(ticker));
  return { tickers: chosen, getOutcome: (ticker) => ensurePresent(outcomes.get(ticker), `outcome of ${ticker}`) };
}
