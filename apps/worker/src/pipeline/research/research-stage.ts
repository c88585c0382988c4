import { success } from '@coliseum/domain/result';
import { traceResearch } from '../../telemetry/trace-research.ts';
import type { Stage } from '../stage.ts';
import type { Ingested, ResearchOutput } from '../state.ts';
import { researchEvent } from './research-event.ts';

/**
 * The Research stage: researches all events in parallel. A failed section leaves a partial brief, and the day
 * continues.
 */
export const researchStage: Stage<Ingested, ResearchOutput> = {
  name: 'research',
  execute: async (context, { ingestion }) => {
    let researchedCount = 0;
    const researched = await Promise.all(
      ingestion.markets.map(async (market) => {
        const brief = await traceResearch(context, market, async () => await researchEvent(context, market));
        context.reportProgress((researchedCount += 1), ingestion.markets.length);
        return brief;
      }),
    );
    const briefs = researched.map(({ brief }) => brief);
    return success({
      output: { briefs },
      counts: {
        complete: briefs.filter(({ status }) => status === 'complete').length,
        partial: briefs.filter(({ status }) => status === 'partial').length,
        failed: briefs.filter(({ status }) => status === 'failed').length,
        sources: briefs.reduce((sum, { sources }) => sum + sources.length, 0),
      },
      warnings: researched.flatMap(({ warnings }) => warnings),
    });
  },
};
