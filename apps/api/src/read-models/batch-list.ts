import { isStakedBet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { MatchDate } from '@coliseum/domain/match-date';
import { centsToDollars } from '@coliseum/domain/money';
import type { Receipt } from '@coliseum/domain/receipt';
import type { BatchListInput, BatchListView, BatchView } from '../views/batch-list-view.ts';
import type { DatePageInput } from '../views/pagination.ts';
import type { HistoryDay, MatchHistory } from './match-history.ts';
import { buildReceipt } from './receipt.ts';

/** A page of match days of the history, newest first. */
export type DayPage = {
  /** Days before the page. */
  readonly offset: number;
  /** Null for the last page. */
  readonly nextCursor: MatchDate | null;
  readonly days: readonly HistoryDay[];
};

/** Cuts a page out of the history; a cursor is the date of the last day of the page before. */
export function cutDayPage(history: MatchHistory, { limit, offset, cursor }: DatePageInput): DayPage {
  const newestFirst = history.toReversed();
  const found = cursor === undefined ? offset : newestFirst.findIndex(({ date }) => date < cursor);
  const start = found === -1 ? history.length : found;
  const days = newestFirst.slice(start, start + limit);
  return { offset: start, nextCursor: start + limit < history.length ? (days.at(-1)?.date ?? null) : null, days };
}

type BatchListSources = {
  readonly history: MatchHistory;
  readonly page: DayPage;
  /** The batches of the page. */
  readonly batches: readonly DailyBatch[];
  /** The receipts of the page; older days have none. */
  readonly receipts: readonly Receipt[];
};

/** A page of match days as lists show them. */
export function buildBatchList(sources: BatchListSources, { limit }: Pick<BatchListInput, 'limit'>): BatchListView {
  const { history, page, batches, receipts } = sources;
  const batchById = new Map(batches.map((batch) => [batch.id, batch]));
  const receiptByBatch = new Map(receipts.map((receipt) => [receipt.batchId, receipt]));
  return {
    total: history.length,
    limit,
    offset: page.offset,
    next_cursor: page.nextCursor,
    batches: page.days.flatMap((day, index) => {
      const batch = batchById.get(day.batchId);
      if (batch === undefined) return [];
      const matchDay = history.length - page.offset - index;
      return [buildBatch({ batch, day, matchDay, receipt: receiptByBatch.get(batch.id) })];
    }),
  };
}

type BatchInput = {
  readonly batch: DailyBatch;
  readonly day: HistoryDay;
  readonly matchDay: number;
  readonly receipt: Receipt | undefined;
};

/** One match day as lists show it. */
export function buildBatch({ batch, day, matchDay, receipt }: BatchInput): BatchView {
  const answers = day.events.flatMap((event) => event.answers);
  const bets = answers.filter(isStakedBet);
  const noAnswers = answers.filter(({ automatic }) => automatic).length;
  const wageredCents = bets.reduce((sum, { stakeCents }) => sum + stakeCents, 0);
  return {
    id: batch.id,
    date: batch.date,
    match_day: matchDay,
    status: batch.status,
    event_count: day.events.length,
    total_bets: answers.length,
    staked_bets: bets.length,
    passes: answers.length - bets.length - noAnswers,
    no_answers: noAnswers,
    total_wagered: centsToDollars(wageredCents),
    total_wagered_cents: wageredCents,
    persona_name: batch.personaName,
    events: day.events.map(({ id, title, category, status, outcome }) => ({ id, title, category, status, outcome })),
    receipt: buildReceipt(receipt),
  };
}
