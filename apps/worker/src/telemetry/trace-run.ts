import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { runInLogContext } from '@coliseum/observability/log-context';
import type { Telemetry } from '@coliseum/observability/telemetry';

/** Runs one attempt at a match day inside a span. Log lines inside carry its date and the run's id. */
export async function traceRun<T extends { readonly status: string }>(
  { telemetry }: { readonly telemetry: Pick<Telemetry, 'span'> },
  { id, date, attempts }: Pick<PipelineRun, 'id' | 'date' | 'attempts'>,
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
