import { runInLogContext } from '@coliseum/observability/log-context';
import type { Telemetry } from '@coliseum/observability/telemetry';

type Researched = { readonly brief: { readonly status: string; readonly sources: readonly unknown[] } };

/** Runs the research of one event inside a span. Log lines inside carry the event. */
export async function traceResearch<T extends Researched>(
  { telemetry }: { readonly telemetry: Pick<Telemetry, 'span'> },
  { eventId, ticker }: { readonly eventId: string; readonly ticker: string },
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
