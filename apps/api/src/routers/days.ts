import { publicProcedure, router } from '../trpc/init.ts';
import { requireFound } from '../trpc/require-found.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { CandidateListInput, CandidateListView } from '../views/candidate-view.ts';
import { DayInput, DayView } from '../views/day-view.ts';

export const days = router({
  byDate: publicProcedure
    .meta({
      ...describeRestPath({
        path: '/days/{date}',
        tag: 'Events',
        summary: 'A match day whole',
        description:
          'Card, persona, what the card was selected from and why not, control, receipt, run and costs. A day that was skipped has one too.',
        errors: [400, 404],
      }),
      changesWith: 'progress',
    })
    .input(DayInput)
    .output(DayView)
    .query(async ({ ctx, input }) => requireFound(await ctx.queries.dayByDate(input.date), 'match day', input.date)),
  candidates: publicProcedure
    .meta(
      describeRestPath({
        path: '/days/{date}/candidates',
        tag: 'Events',
        summary: 'A page of the markets that a card was selected from',
        description:
          'Every market that was looked at, with how far it came and why no further. Public once the day is committed or skipped.',
        errors: [400, 404],
      }),
    )
    .input(CandidateListInput)
    .output(CandidateListView)
    .query(async ({ ctx, input }) =>
      requireFound(await ctx.queries.listCandidates(input), 'list of candidates', input.date),
    ),
});
