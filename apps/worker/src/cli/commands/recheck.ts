import { sweepAlerts } from '../../alerts/sweep-alerts.ts';
import { watchSettlement } from '../../alerts/watch-settlement.ts';
import { recheckSettled } from '../../amendments/recheck-settled.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { createProgress } from '../progress.ts';
import type { Surroundings } from '../surroundings.ts';
import { withPipeline } from '../with-pipeline.ts';

/** `arena settle --recheck`: asks again about what was settled in the last two weeks, and amends what the exchange changed. */
export async function recheck(surroundings: Surroundings): Promise<CommandAnswer> {
  return await withPipeline(surroundings, async (context, alerts) => {
    const watch = { context, alerts };
    const progress = createProgress('Asking again', surroundings.stderr);
    const { asked, amended, left } = await watchSettlement(watch, async (watched) => {
      return await recheckSettled(watched, progress.update).finally(progress.stop);
    });
    await sweepAlerts(watch);
    const changes = amended.map(({ id, kalshiTicker, outcome, amendments }) => {
      return {
        eventId: id,
        ticker: kalshiTicker,
        previousOutcome: amendments.at(-1)?.previousOutcome ?? null,
        outcome,
      };
    });
    const lines = changes.map(({ ticker, previousOutcome, outcome }) => {
      return `  ${ticker}: ${String(previousOutcome)} became ${String(outcome)}`;
    });
    const text = `Asked again about ${asked} settled events: ${amended.length} amended, ${left} left for the next time.`;
    return { data: { asked, amended: changes, left }, text: [text, ...lines].join('\n'), isInOrder: left === 0 };
  });
}
