import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { runInLogContext } from '@coliseum/observability/log-context';
import type { ArenaContext } from '../arena/arena-context.ts';

/** Plays one attempt at a match day inside its span; every line logged meanwhile carries its date and the run's id. */
export async function watchRun<T extends { readonly status: string }>(
  { id, date, attempts }: PipelineRun,
  { telemetry }: Pick<ArenaContext, 'telemetry'>,
  play: () => Promise<T>,
): Promise<T> {
  return await runInLogContext({ date, runId: id }, async () => {
    return await telemetry.span('match day', { attempt: attempts }, async (note) => {
      const result = await play();
      note({ outcome: result.status });
      return result;
    });
  });
}
