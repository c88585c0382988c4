import { isAppError } from '@coliseum/domain/errors/app-error';
import type { EventOutcome } from '@coliseum/domain/event';
import { runInLogContext } from '@coliseum/observability/log-context';
import type { Tracing } from './tracing.ts';

type Settled = { readonly status: string; readonly outcome?: EventOutcome | null };

/** Settles an event inside a span, and records its duration by outcome. */
export async function traceSettlement<T extends Settled>(
  { processClock, telemetry }: Tracing,
  eventId: string,
  settle: () => Promise<T>,
): Promise<T> {
  const startedMs = processClock.now().getTime();
  let outcome = 'INTERNAL';
  try {
    return await runInLogContext({ stage: 'settlement', eventId }, async () => {
      return await telemetry.span('settlement', {}, async (note) => {
        const result = await settle();
        outcome = toOutcomeLabel(result);
        note({ outcome });
        return result;
      });
    });
  } catch (error) {
    if (isAppError(error)) outcome = error.code;
    throw error;
  } finally {
    telemetry.record('coliseum.settlement.duration', processClock.now().getTime() - startedMs, { outcome });
  }
}

/** The outcome for an event settled by this call, otherwise the status. */
function toOutcomeLabel({ status, outcome }: Settled): string {
  return status === 'settled' ? (outcome ?? 'none') : status;
}
