import { AppError } from '@coliseum/domain/errors/app-error';
import { sweepAlerts } from '../../alerts/sweep-alerts.ts';
import { watchSettlement } from '../../alerts/watch-settlement.ts';
import { settleDue } from '../../settlement/settle-due.ts';
import { settleEvent } from '../../settlement/settle-event.ts';
import { watchEvent } from '../../telemetry/watch-event.ts';
import { parseId } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withPipeline } from '../with-pipeline.ts';
import { recheck } from './recheck.ts';

export type SettleOptions = { readonly due?: boolean; readonly event?: string; readonly recheck?: boolean };

/**
 * `arena settle`: settles every event whose time has come and that the exchange has finalized, or the one of `--event`.
 * With `--recheck` it asks about settled ones again.
 */
export async function settle(options: SettleOptions, processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  const givenOptions = [options.due, options.event, options.recheck].filter((option) => option !== undefined);
  if (givenOptions.length > 1) {
    const message = '--due, --event and --recheck exclude each other; give one of them.';
    throw new AppError({ code: 'ARGUMENT_INVALID', message });
  }
  return options.recheck === true ? await recheck(processEnvironment) : await settleOpen(options, processEnvironment);
}

async function settleOpen(options: SettleOptions, processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  const eventId = options.event === undefined ? undefined : parseId('--event', options.event);
  return await withPipeline(processEnvironment, async (context, alerts) => {
    const watch = { context, alerts };
    if (eventId !== undefined) {
      const result = await watchSettlement(watch, async (watched) => {
        return await watchEvent(eventId, watched, async () => await settleEvent(eventId, watched));
      });
      const text = `Event ${eventId}: ${result.status.replace('_', ' ')}.`;
      return { data: { eventId, ...result }, text };
    }
    const progress = createProgress('Settling', processEnvironment.stderr);
    const report = await watchSettlement(watch, async (watched) => {
      return await settleDue(watched, progress.update).finally(progress.stop);
    });
    await sweepAlerts(watch);
    const { due, settled, pending, failed } = report;
    const text = `${due} events were due: ${settled} settled, ${pending} still without the exchange's final word, ${failed} failed.`;
    return { data: report, text, isInOrder: failed === 0 };
  });
}
