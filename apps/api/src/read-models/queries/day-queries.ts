import type { MatchDate } from '@coliseum/domain/match-date';
import type { DayView } from '../../views/day-view.ts';
import type { ReceiptListView } from '../../views/receipt-list-view.ts';
import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildBatchList, cutDayPage } from '../batch-list.ts';
import { buildCandidateList } from '../candidates.ts';
import { buildDay } from '../day.ts';
import { buildFullReceipt } from '../receipt.ts';

type DayQueries = Pick<ArenaQueries, 'listBatches' | 'listReceipts' | 'dayByDate' | 'listCandidates'>;

/** The queries about match days. */
export function createDayQueries(source: ArenaSource): DayQueries {
  const { reads, readHistory } = source;
  return {
    listBatches: async (input) => {
      const history = await readHistory();
      const page = cutDayPage(history, input);
      const dates = page.days.map(({ date }) => date);
      const [batches, receipts] = await Promise.all([
        reads.batches.listByDates(dates),
        reads.receipts.listByDates(dates),
      ]);
      return buildBatchList({ history, page, batches, receipts }, input);
    },
    listReceipts: async (input): Promise<ReceiptListView> => {
      const history = await readHistory();
      const page = cutDayPage(history, input);
      const receipts = await reads.receipts.listByDates(page.days.map(({ date }) => date));
      const { offset, nextCursor } = page;
      const list = receipts.toReversed().map(buildFullReceipt);
      return { total: history.length, limit: input.limit, offset, next_cursor: nextCursor, receipts: list };
    },
    dayByDate: (date) => readDay(source, date),
    listCandidates: async (input) => {
      if (!(await isDecided(source, input.date))) return null;
      const list = await reads.candidateLists.findByDate(input.date);
      return list === null ? null : buildCandidateList(list, input);
    },
  };
}

async function readDay(source: ArenaSource, date: MatchDate): Promise<DayView | null> {
  const { reads, readHistory } = source;
  const [history, batch, run] = await Promise.all([
    readHistory(),
    reads.batches.findByDate(date),
    reads.runs.findByDate(date),
  ]);
  if (batch === null && run === null) return null;
  const [agents, [receipt], calls, list, persona] = await Promise.all([
    reads.agents.list(),
    reads.receipts.listByDates([date]),
    reads.paidCalls.listBetween(date, date),
    (await isDecided(source, date)) ? reads.candidateLists.findByDate(date) : null,
    batch === null ? null : reads.personas.findByWeek(batch.weekNumber),
  ]);
  return buildDay({ date, history, batch, run, agents, receipt, calls, list, persona });
}

/** Whether nothing of a day can change by somebody's knowing it: it is committed, or will never be played. */
async function isDecided({ reads }: ArenaSource, date: MatchDate): Promise<boolean> {
  const [batch, run] = await Promise.all([reads.batches.findByDate(date), reads.runs.findByDate(date)]);
  return batch !== null || run?.status === 'skipped';
}
