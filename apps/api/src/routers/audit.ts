import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { AuditView } from '../views/audit-view.ts';

export const audit = publicProcedure
  .meta({
    ...describeRestPath({
      path: '/audit',
      tag: 'Pipeline',
      summary: 'What the latest audit of the books came to',
      description:
        'Each night every balance, ledger entry, stake and receipt is derived again from what it follows from, and compared.',
    }),
    // An audit changes nothing public but this.
    changesWith: 'clock',
  })
  .output(AuditView)
  .query(({ ctx }) => ctx.queries.audit());
