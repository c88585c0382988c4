import { assertNever } from '@coliseum/domain/assert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { runInLogContext } from '@coliseum/observability/log-context';
import type { ArenaContext } from '../arena/arena-context.ts';
import type { SettlementResult } from '../settlement/settle-event.ts';

type EventWatch = Pick<ArenaContext, 'processClock' | 'telemetry'>;

/** Settles an event inside its span, measured by how it ended. */
export async function watchEvent(
  eventId: string,
  { processClock, telemetry }: EventWatch,
  settle: () => Promise<SettlementResult>,
): Promise<SettlementResult> {
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

/** `YES`, `NO`, `VOID` and so on for an event that was settled here. */
function toOutcomeLabel(result: SettlementResult): string {
  switch (result.status) {
    case 'settled':
      return result.outcome ?? 'none';
    case 'already_settled':
    case 'pending':
      return result.status;
    default:
      return assertNever(result);
  }
}
