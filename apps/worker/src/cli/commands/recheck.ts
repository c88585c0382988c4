import { alertOnSettlement } from '../../alerts/alert-on-settlement.ts';
import { sweepAlerts } from '../../alerts/sweep-alerts.ts';
import { recheckSettled } from '../../amendments/recheck-settled.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withArena } from '../with-arena.ts';

/**
 * `arena settle --recheck`: asks Kalshi again about events settled in the last 14 days, and amends changed outcomes.
 */
export async function recheck(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withArena(processEnvironment, async (context, alerts) => {
    const alertContext = { context, alerts };
    const progress = createProgress(processEnvironment.stderr, 'Rechecking');
    const { rechecked, amended, remaining } = await alertOnSettlement(alertContext, async (tracked) => {
      return await recheckSettled(tracked, progress.update).finally(progress.stop);
    });
    await sweepAlerts(alertContext);
    const changes = amended.map(({ id, kalshiTicker, outcome, amendments }) => {
      return {
        eventId: id,
        ticker: kalshiTicker,
        previousOutcome: amendments.at(-1)?.previousOutcome ?? null,
        outcome,
      };
    });
    const lines = changes.map(({ ticker, previousOutcome, outcome }) => {
      return `  ${ticker}: ${String(previousOutcome)} changed to ${String(outcome)}`;
    });
    const text = `Rechecked ${rechecked} settled events: ${amended.length} amended, ${remaining} left for the next recheck.`;
    return {
      data: { asked: rechecked, amended: changes, left: remaining },
      text: [text, ...lines].join('\n'),
      isInOrder: remaining === 0,
    };
  });
}
