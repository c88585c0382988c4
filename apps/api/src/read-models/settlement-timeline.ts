import { toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import type { HistoryEvent, MatchHistory } from './match-history.ts';

/** An event that has a result, with the UTC date it got it on. */
export type SettledEvent = { readonly event: HistoryEvent; readonly date: MatchDate };

/** All settlements there were, and the days they lie in. */
export type SettlementTimeline = {
  /** In the order of posting: by time, then by ticker (scoring.md S5.2). */
  readonly settled: readonly SettledEvent[];
  /** The first match day; null before it. */
  readonly firstDate: MatchDate | null;
  /** The last match day or settlement, whichever is later. */
  readonly lastDate: MatchDate | null;
};

/** Puts the settlements of the whole history in order, once for all agents. */
export function buildSettlementTimeline(history: MatchHistory): SettlementTimeline {
  const settled = history
    .flatMap(({ events }) =>
      events.flatMap((event) => (event.settledAt ? [{ event, settledAt: event.settledAt }] : [])),
    )
    .toSorted((a, b) => a.settledAt.getTime() - b.settledAt.getTime() || compareText(a.event.ticker, b.event.ticker))
    .map(({ event, settledAt }) => ({ event, date: toMatchDate(settledAt) }));
  const dates = [history.at(-1)?.date, settled.at(-1)?.date].filter((date) => date !== undefined);
  return { settled, firstDate: history[0]?.date ?? null, lastDate: dates.toSorted().at(-1) ?? null };
}

/** Orders text by code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
