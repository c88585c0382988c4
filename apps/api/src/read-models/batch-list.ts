import { isStakedBet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import { centsToDollars } from '@coliseum/domain/money';
import type { Receipt } from '@coliseum/domain/receipt';
import type { BatchListView, BatchView } from '../views/batch-list-view.ts';
import type { Pagination } from '../views/pagination.ts';
import type { HistoryDay, MatchHistory } from './match-history.ts';
import { buildReceipt } from './receipt.ts';

type BatchListInput = {
  readonly batches: readonly DailyBatch[];
  /** The receipts of `batches`; older days have none. */
  readonly receipts: readonly Receipt[];
  readonly history: MatchHistory;
  readonly page: Pagination;
};

/** A page of match days, newest first, from the batches of that page. */
export function buildBatchList({ batches, receipts, history, page }: BatchListInput): BatchListView {
  const days = new Map(history.map((day, index) => [day.batchId, { day, matchDay: index + 1 }]));
  const receiptByBatch = new Map(receipts.map((receipt) => [receipt.batchId, receipt]));
  return {
    total: history.length,
    limit: page.limit,
    offset: page.offset,
    batches: batches.flatMap((batch) => {
      const entry = days.get(batch.id);
      return entry === undefined
        ? []
        : [{ ...buildBatch(batch, entry.day, entry.matchDay), receipt: buildReceipt(receiptByBatch.get(batch.id)) }];
    }),
  };
}

function buildBatch(batch: DailyBatch, { events }: HistoryDay, matchDay: number): Omit<BatchView, 'receipt'> {
  const bets = events.flatMap(({ answers }) => answers.filter(isStakedBet));
  const wageredCents = bets.reduce((sum, { stakeCents }) => sum + stakeCents, 0);
  return {
    id: batch.id,
    date: batch.date,
    match_day: matchDay,
    status: batch.status,
    event_count: events.length,
    total_bets: bets.length,
    total_wagered: centsToDollars(wageredCents),
    total_wagered_cents: wageredCents,
    persona_name: batch.personaName,
    events: events.map(({ id, title, category, status, outcome }) => ({ id, title, category, status, outcome })),
  };
}
