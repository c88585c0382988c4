import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { ReceiptListInput, ReceiptListView } from '../views/receipt-list-view.ts';

export const receipts = publicProcedure
  .meta(
    describeRestPath({
      path: '/receipts',
      tag: 'Pipeline',
      summary: 'A page of receipts, newest first',
      description:
        'Each chained to the one before. Anyone who keeps one can prove later whether its day, or any day before, was changed.',
      errors: [400],
    }),
  )
  .input(ReceiptListInput.prefault({}))
  .output(ReceiptListView)
  .query(({ ctx, input }) => ctx.queries.listReceipts(input));
