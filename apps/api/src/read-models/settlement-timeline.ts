import type { MatchDate } from '@coliseum/domain/match-date';
import { formatInstant } from './format-instant.ts';
import type { HistoryEvent, MatchHistory } from './match-history.ts';

/** A settled event and the UTC date of its settlement. */
export type SettledEvent = { readonly event: HistoryEvent; readonly date: MatchDate };

/** All settlements so far and the period they cover. */
export type SettlementTimeline = {
  /** In posting order: by time, then by ticker (scoring.md S5.2). */
  readonly settled: readonly SettledEvent[];
  /** The first match day; null before there is one. */
  readonly firstDate: MatchDate | null;
  /** The last match day or settlement, whichever is later. */
  readonly lastDate: MatchDate | null;
};

/** Sorts the settlements of the whole history, once for all agents. */
export function buildSettlementTimeline(history: MatchHistory): SettlementTimeline {
  const settled = history
    .flatMap(({ events }) =>
      events.flatMap((event) => (event.settledAt ? [{ event, settledAt: event.settledAt }] : [])),
    )
    .toSorted((a, b) => a.settledAt.getTime() - b.settledAt.getTime() || compareText(a.event.ticker, b.event.ticker))
    .map(({ event, settledAt }) => ({ event, date: formatInstant(settledAt).slice(0, 10) }));
  const dates = [history.at(-1)?.date, settled.at(-1)?.date].filter((date) => date !== undefined);
  return { settled, firstDate: history[0]?.date ?? null, lastDate: dates.toSorted().at(-1) ?? null };
}

/** Orders text by code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
