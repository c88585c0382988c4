import { publicProcedure, router } from '../trpc/init.ts';
import { requireFound } from '../trpc/require-found.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { ReceiptByDateInput, ReceiptContentView } from '../views/receipt-content-view.ts';

export const receipt = router({
  byDate: publicProcedure
    .meta(
      describeRestPath({
        path: '/receipts/{date}',
        tag: 'Data',
        summary: 'A receipt with everything that it covers',
        description:
          'All that a day’s commit fixed: prices, briefs, prompts, raw answers and stakes, exactly as they are hashed. `docs/verify.md` says how anybody checks it with curl, jq and sha256sum.',
        errors: [400, 404],
      }),
    )
    .input(ReceiptByDateInput)
    .output(ReceiptContentView)
    .query(async ({ ctx, input }) => requireFound(await ctx.queries.receiptByDate(input.date), 'receipt', input.date)),
});
