import { createPipelineContext } from '../../container.ts';
import { settleDue } from '../../settlement/settle-due.ts';
import { settleEvent } from '../../settlement/settle-event.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { createProgress } from '../progress.ts';
import type { Surroundings } from '../surroundings.ts';
import { withServices } from '../with-services.ts';
import { withSession } from '../with-session.ts';

/** `arena settle`: settles every event whose time has come and that the exchange has finalized, or the one of `--event`. */
export async function settle(options: { readonly event?: string }, surroundings: Surroundings): Promise<CommandAnswer> {
  return await withSession(
    surroundings,
    async ({ database, environment, logger }) =>
      await withServices(environment, async (endpoints) => {
        const context = await createPipelineContext({
          environment,
          database,
          endpoints,
          logger,
          scheduleSettlement: async () => {},
        });
        if (options.event !== undefined) {
          const result = await settleEvent(options.event, context);
          return {
            data: { eventId: options.event, ...result },
            text: `Event ${options.event}: ${result.status.replace('_', ' ')}.`,
          };
        }
        const progress = createProgress('Settling', surroundings.stderr);
        const report = await settleDue(context, progress.update);
        progress.stop();
        const text = `${report.due} events were due: ${report.settled} settled, ${report.pending} still without the exchange's final word, ${report.failed} failed.`;
        return { data: report, text, isInOrder: report.failed === 0 };
      }),
  );
}
