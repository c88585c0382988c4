import { publicProcedure, router } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { ScoreHistoryInput, ScoreHistoryView } from '../views/score-history-view.ts';
import { ScoresView } from '../views/scores-view.ts';

export const scores = router({
  boards: publicProcedure
    .meta(
      describeRestPath({
        path: '/scores',
        tag: 'Scores',
        summary: 'Both boards and everything that may be said about them',
        description:
          'Ranks, rank sets, claims, shrinkage and countdowns by the methodology. No rank is a claim: only `separable` and `rank_set` say that one agent is better than another.',
      }),
    )
    .output(ScoresView)
    .query(({ ctx }) => ctx.queries.scores()),
  history: publicProcedure
    .meta(
      describeRestPath({
        path: '/scores/history',
        tag: 'Scores',
        summary: 'The skill board after each complete day',
        description:
          'For charts of evidence, rank sets and boards by day. Claims are not latched: each day has its own.',
        errors: [400],
      }),
    )
    .input(ScoreHistoryInput.prefault({}))
    .output(ScoreHistoryView)
    .query(({ ctx, input }) => ctx.queries.listScoreHistory(input)),
});
