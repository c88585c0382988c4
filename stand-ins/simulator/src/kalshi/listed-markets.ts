import { addDays, toMatchDate } from '@coliseum/domain/match-date';
import { getStatusAt, type SimulatedStatus } from '../market/market-status.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatedEvent, SimulatedMarket } from '../market/simulated-market.ts';
import type { MarketStatusFilter } from './query-schemas.ts';

const DAYS_LISTED_BACK = 3;
const DAYS_LISTED_AHEAD = 2;
const ARCHIVED_AFTER_DAYS = 60;
const DAY_MS = 86_400_000;

/** The events that listings show: those of the match days from three days ago to the day after tomorrow. */
export function findListedEvents(universe: MarketUniverse, nowMs: number): readonly SimulatedEvent[] {
  const today = toMatchDate(new Date(nowMs));
  const events = new Set<SimulatedEvent>();
  for (let offset = -DAYS_LISTED_BACK; offset <= DAYS_LISTED_AHEAD; offset += 1) {
    for (const event of universe.listEventsOfDay(addDays(today, offset))) events.add(event);
  }
  return [...events];
}

/** Markets that settled before this instant are only in the history. Moves on at midnight UTC. */
export function computeArchiveCutoffMs(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS) * DAY_MS - ARCHIVED_AFTER_DAYS * DAY_MS;
}

export function isArchived(market: SimulatedMarket, nowMs: number): boolean {
  const cutoffMs = market.isArchivedOnceSettled === true ? nowMs + 1 : computeArchiveCutoffMs(nowMs);
  return market.settlesAtMs < cutoffMs;
}

const filterByStatus: Readonly<Record<SimulatedStatus, MarketStatusFilter>> = {
  initialized: 'unopened',
  active: 'open',
  closed: 'closed',
  determined: 'closed',
  disputed: 'closed',
  amended: 'closed',
  finalized: 'settled',
};

/** Whether a live listing with this filter (none: any status) shows the market. */
export function matchesStatus(market: SimulatedMarket, filter: MarketStatusFilter | undefined, nowMs: number): boolean {
  const status = getStatusAt(market, nowMs);
  if (status === null || isArchived(market, nowMs)) return false;
  return filter === undefined || filterByStatus[status] === filter;
}
