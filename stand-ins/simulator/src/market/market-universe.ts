import type { MatchDate } from '@coliseum/domain/match-date';
import type { SimulatedEvent, SimulatedMarket, SimulatedSeries } from './simulated-market.ts';

/** Everything that can be traded in one simulator: invented from a seed, or recorded in a file. Nothing in it changes. */
export type MarketUniverse = {
  /** Events with a market that is locked on that match date. */
  readonly listEventsOfDay: (date: MatchDate) => readonly SimulatedEvent[];
  readonly findEvent: (eventTicker: string) => SimulatedEvent | undefined;
  readonly findMarket: (
    ticker: string,
  ) => { readonly market: SimulatedMarket; readonly event: SimulatedEvent } | undefined;
  readonly listSeries: () => readonly SimulatedSeries[];
};
