import { addDays, type MatchDate } from '@coliseum/domain/match-date';
import { inventDay } from '../invented/invent-day.ts';
import type { SimulatedEvent, SimulatedMarket } from '../market/simulated-market.ts';

const FIRST_DATE = '2026-01-01';

/** The match dates that tests look at, from the first of 2026 on. */
export function listTestDates(count: number): readonly MatchDate[] {
  return Array.from({ length: count }, (_, index) => addDays(FIRST_DATE, index));
}

/** All events of `days` match dates under a seed. */
export function inventTestEvents(seed: string, days: number): readonly SimulatedEvent[] {
  return listTestDates(days).flatMap((date) => inventDay(seed, date));
}

/** All markets of `days` match dates under a seed. */
export function inventTestMarkets(seed: string, days: number): readonly SimulatedMarket[] {
  return inventTestEvents(seed, days).flatMap((event) => event.markets);
}
