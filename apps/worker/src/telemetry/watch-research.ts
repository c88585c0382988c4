import { runInLogContext } from '@coliseum/observability/log-context';
import type { ArenaContext } from '../arena/arena-context.ts';
import type { EventBrief, SelectedMarket } from '../pipeline/state.ts';

/** Researches one event inside its span; every line logged meanwhile carries the event. */
export async function watchResearch<T extends { readonly brief: EventBrief }>(
  { eventId, ticker }: SelectedMarket,
  { telemetry }: Pick<ArenaContext, 'telemetry'>,
  research: () => Promise<T>,
): Promise<T> {
  return await runInLogContext({ eventId, ticker }, async () => {
    return await telemetry.span('research of event', {}, async (note) => {
      const researched = await research();
      note({ status: researched.brief.status, sources: researched.brief.sources.length });
      return researched;
    });
  });
}
