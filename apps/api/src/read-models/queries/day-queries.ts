import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildBatchList, cutDayPage } from '../batch-list.ts';

type DayQueries = Pick<ArenaQueries, 'listBatches'>;

/** The queries about match days. */
export function createDayQueries({ reads, readHistory }: ArenaSource): DayQueries {
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
  };
}
