import { isAppError } from '@coliseum/domain/errors/app-error';
import type { StageName } from '@coliseum/domain/stage-name';
import { runInLogContext } from '@coliseum/observability/log-context';
import type { Tracing } from './tracing.ts';

/** Runs a stage inside a span, and records its duration by outcome: completed, skipped, or the code of its error. */
export async function traceStage<T extends { readonly ok: boolean }>(
  { processClock, telemetry }: Tracing,
  stage: StageName,
  play: () => Promise<T>,
): Promise<T> {
  const startedMs = processClock.now().getTime();
  let outcome = 'completed';
  try {
    return await runInLogContext({ stage }, async () => {
      return await telemetry.span(`stage ${stage}`, {}, async (note) => {
        const report = await play();
        if (!report.ok) outcome = 'skipped';
        note({ outcome });
        return report;
      });
    });
  } catch (error) {
    outcome = isAppError(error) ? error.code : 'INTERNAL';
    throw error;
  } finally {
    const durationMs = processClock.now().getTime() - startedMs;
    telemetry.record('coliseum.stage.duration', durationMs, { stage, outcome });
  }
}
