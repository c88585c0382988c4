import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ArenaContext } from '../arena/arena-context.ts';
import { traceSettlement } from '../telemetry/trace-settlement.ts';
import { settleEvent } from './settle-event.ts';

export type DueReport = {
  readonly due: number;
  readonly settled: number;
  readonly pending: number;
  readonly failed: number;
};

type DueContext = Pick<
  ArenaContext,
  'clock' | 'processClock' | 'database' | 'kalshi' | 'logger' | 'telemetry' | 'stopping'
>;

/**
 * Settles every event past its expected resolution time. A failure does not stop the others. When the process has to
 * stop, it ends after the current event.
 */
export async function settleDue(
  context: DueContext,
  onProgress: (done: number, total: number) => void,
): Promise<DueReport> {
  const now = context.clock.now();
  const due = (await context.database.events.listUnsettled()).filter(
    ({ expectedResolutionTime }) => expectedResolutionTime <= now,
  );
  const counts = { settled: 0, pending: 0, failed: 0 };
  for (const [index, event] of due.entries()) {
    counts[await trySettle(context, event.id)] += 1;
    onProgress(index + 1, due.length);
    if (context.stopping.aborted) break;
  }
  return { due: due.length, ...counts };
}

async function trySettle(context: DueContext, eventId: string): Promise<'settled' | 'pending' | 'failed'> {
  try {
    const { status } = await traceSettlement(context, eventId, async () => await settleEvent(context, eventId));
    return status === 'pending' ? 'pending' : 'settled';
  } catch (error) {
    if (!isAppError(error)) throw error;
    context.logger.error({ err: error, eventId }, 'settlement failed');
    return 'failed';
  }
}
