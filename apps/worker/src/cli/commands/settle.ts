import { AppError } from '@coliseum/domain/errors/app-error';
import { sweepAlerts } from '../../alerts/sweep-alerts.ts';
import { watchSettlement } from '../../alerts/watch-settlement.ts';
import { settleDue } from '../../settlement/settle-due.ts';
import { settleEvent } from '../../settlement/settle-event.ts';
import { watchEvent } from '../../telemetry/watch-event.ts';
import { parseId } from '../arguments.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { createProgress } from '../progress.ts';
import type { Surroundings } from '../surroundings.ts';
import { withPipeline } from '../with-pipeline.ts';
import { recheck } from './recheck.ts';

export type SettleOptions = { readonly due?: boolean; readonly event?: string; readonly recheck?: boolean };

/**
 * `arena settle`: settles every event whose time has come and that the exchange has finalized, or the one of `--event`.
 * With `--recheck` it asks about settled ones again.
 */
export async function settle(options: SettleOptions, surroundings: Surroundings): Promise<CommandAnswer> {
  const given = [options.due, options.event, options.recheck].filter((option) => option !== undefined);
  if (given.length > 1) {
    const message = '--due, --event and --recheck exclude each other; give one of them.';
    throw new AppError({ code: 'ARGUMENT_INVALID', message });
  }
  return options.recheck === true ? await recheck(surroundings) : await settleOpen(options, surroundings);
}

async function settleOpen(options: SettleOptions, surroundings: Surroundings): Promise<CommandAnswer> {
  const eventId = options.event === undefined ? undefined : parseId('--event', options.event);
  return await withPipeline(surroundings, async (context, alerts) => {
    const watch = { context, alerts };
    if (eventId !== undefined) {
      const result = await watchSettlement(watch, async (watched) => {
        return await watchEvent(eventId, watched, async () => await settleEvent(eventId, watched));
      });
      const text = `Event ${eventId}: ${result.status.replace('_', ' ')}.`;
      return { data: { eventId, ...result }, text };
    }
    const progress = createProgress('Settling', surroundings.stderr);
    const report = await watchSettlement(watch, async (watched) => {
      return await settleDue(watched, progress.update).finally(progress.stop);
    });
    await sweepAlerts(watch);
    const { due, settled, pending, failed } = report;
    const text = `${due} events were due: ${settled} settled, ${pending} still without the exchange's final word, ${failed} failed.`;
    return { data: report, text, isInOrder: failed === 0 };
  });
}
