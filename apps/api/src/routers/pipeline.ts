import { publicProcedure, router } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { PipelineStatusView } from '../views/pipeline-status-view.ts';
import { RunListInput, RunListView } from '../views/run-list-view.ts';

export const pipeline = router({
  status: publicProcedure
    .meta({
      ...describeRestPath({
        path: '/pipeline/status',
        tag: 'Pipeline',
        summary: 'Where the pipeline stands',
        description: 'The latest run with its stages, when the next one starts, and how many events wait for a result.',
      }),
      changesWith: 'clock',
    })
    .output(PipelineStatusView)
    .query(({ ctx }) => ctx.queries.pipelineStatus()),
  runs: publicProcedure
    .meta({
      ...describeRestPath({
        path: '/pipeline/runs',
        tag: 'Pipeline',
        summary: 'A page of runs, newest first',
        description: 'Stages with their durations, counts and costs, and what went wrong, of every day that was begun.',
        errors: [400],
      }),
      changesWith: 'progress',
    })
    .input(RunListInput.prefault({}))
    .output(RunListView)
    .query(({ ctx, input }) => ctx.queries.listRuns(input)),
});
