import { addDays, toLockTime, toMatchDate } from '@coliseum/domain/match-date';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { toWireMarket, type WireMarket } from './wire-market.ts';

const COMBOS_PER_DAY = 24;
const DAY_MS = 86_400_000;
const ONE_WEEK = 7;

/**
 * Automatically minted parlays on the day's markets, which flood the first pages of `/markets` unless they are excluded:
 * no rules, no prices, no trades.
 */
export function buildComboMarkets(universe: MarketUniverse, nowMs: number): readonly WireMarket[] {
  const today = toMatchDate(new Date(nowMs));
  const legs = universe.listEventsOfDay(today).flatMap((event) => event.markets);
  return Array.from({ length: Math.min(COMBOS_PER_DAY, legs.length) }, (_, index) => {
    const chosen = [legs[index], legs[(index * 7 + 3) % legs.length]].filter((leg) => leg !== undefined);
    return buildWireCombo(chosen, `S${today.replaceAll('-', '')}${String(index).padStart(4, '0')}`, nowMs);
  });
}

function buildWireCombo(legs: readonly SimulatedMarket[], code: string, nowMs: number): WireMarket {
  const eventTicker = `KXMVECROSSCATEGORY-${code}`;
  const opensAtMs = toLockTime(addDays(toMatchDate(new Date(nowMs)), -1)).getTime();
  const closesAtMs = opensAtMs + ONE_WEEK * DAY_MS;
  const combo: SimulatedMarket = {
    ticker: `${eventTicker}-COMBO`,
    eventTicker,
    title: legs.map((leg) => `yes ${leg.yesSubTitle}`).join(','),
    yesSubTitle: '',
    noSubTitle: '',
    rulesPrimary: '',
    rulesSecondary: '',
    marketType: 'binary',
    strike: null,
    opensAtMs,
    listedCloseAtMs: closesAtMs,
    closesAtMs,
    closeAnnouncedAtMs: closesAtMs,
    expectedExpirationAtMs: closesAtMs,
    determinedAtMs: closesAtMs + DAY_MS,
    settlesAtMs: closesAtMs + DAY_MS,
    outcome: { kind: 'unresolvable' },
    latentProbability: 0.5,
    quotes: { kind: 'constant', bidMicros: null, askMicros: null, lastMicros: 0 },
    lifetimeVolume: 0,
    salt: 0,
  };
  return {
    ...toWireMarket(combo, 'active', nowMs),
    exchange_index: 1,
    is_provisional: true,
    mve_collection_ticker: 'KXMVECROSSCATEGORY-R',
    mve_selected_legs: legs.map((leg) => ({ event_ticker: leg.eventTicker, market_ticker: leg.ticker, side: 'yes' })),
  };
}
