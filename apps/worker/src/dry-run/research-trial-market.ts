import { ensurePresent } from '@coliseum/domain/assert';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { RunError } from '@coliseum/domain/run-error';
import { researchStage } from '../pipeline/research/research-stage.ts';
import type { StageContext } from '../pipeline/stage-context.ts';
import type { EventBrief, SelectedMarket } from '../pipeline/state.ts';

export type TrialResearch = {
  readonly brief: EventBrief;
  readonly warnings: readonly RunError[];
};

/** Researches the brief of one market as a match day would. Throws RUN_FAILED when the stage skips the day. */
export async function researchTrialMarket(
  context: StageContext,
  date: string,
  market: SelectedMarket,
): Promise<TrialResearch> {
  const now = context.clock.now();
  const start = { date, triggerTime: now, ingestion: { lockedAt: now, markets: [market] } };
  const report = await researchStage.execute(context, start);
  if (!report.ok) throw new AppError({ code: 'RUN_FAILED', message: report.error.detail });
  const { output, warnings } = report.value;
  return { brief: ensurePresent(output.briefs[0], 'brief of the market'), warnings };
}
