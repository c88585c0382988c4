import { AppError } from '@coliseum/domain/errors/app-error';
import { alertOnSettlement } from '../../alerts/alert-on-settlement.ts';
import { sweepAlerts } from '../../alerts/sweep-alerts.ts';
import { settleDue } from '../../settlement/settle-due.ts';
import { settleEvent } from '../../settlement/settle-event.ts';
import { traceSettlement } from '../../telemetry/trace-settlement.ts';
import { parseId } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withArena } from '../with-arena.ts';
import { recheck } from './recheck.ts';

export type SettleOptions = { readonly due?: boolean; readonly event?: string; readonly recheck?: boolean };

/**
 * `arena settle`: settles every event that is due and finalized by the exchange, or the one of `--event`. With
 * `--recheck` it asks again about settled events.
 */
export async function settle(processEnvironment: ProcessEnvironment, options: SettleOptions): Promise<CommandResult> {
  const givenOptions = [options.due, options.event, options.recheck].filter((option) => option !== undefined);
  if (givenOptions.length > 1) {
    const message = '--due, --event and --recheck are mutually exclusive; use one of them.';
    throw new AppError({ code: 'ARGUMENT_INVALID', message });
  }
  return options.recheck === true ? await recheck(processEnvironment) : await settleOpen(processEnvironment, options);
}

async function settleOpen(processEnvironment: ProcessEnvironment, options: SettleOptions): Promise<CommandResult> {
  const eventId = options.event === undefined ? undefined : parseId('--event', options.event);
  return await withArena(processEnvironment, async (context, alerts) => {
    const alertContext = { context, alerts };
    if (eventId !== undefined) {
      const result = await alertOnSettlement(alertContext, async (tracked) => {
        return await traceSettlement(tracked, eventId, async () => await settleEvent(tracked, eventId));
      });
      const text = `Event ${eventId}: ${result.status.replace('_', ' ')}.`;
      return { data: { eventId, ...result }, text };
    }
    const progress = createProgress(processEnvironment.stderr, 'Settling');
    const report = await alertOnSettlement(alertContext, async (tracked) => {
      return await settleDue(tracked, progress.update).finally(progress.stop);
    });
    await sweepAlerts(alertContext);
    const { due, settled, pending, failed } = report;
    const text = `${due} events due: ${settled} settled, ${pending} not final on the exchange yet, ${failed} failed.`;
    return { data: report, text, isInOrder: failed === 0 };
  });
}
