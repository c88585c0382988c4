import { toMatchDate } from '@coliseum/domain/match-date';
import { formatRunError } from '@coliseum/domain/run-error';
import { findTrialMarket } from '../../dry-run/find-trial-market.ts';
import { researchTrialMarket } from '../../dry-run/research-trial-market.ts';
import { openTrialContext } from '../../dry-run/trial-context.ts';
import type { CommandResult } from '../command-result.ts';
import { formatCost } from '../format-cost.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withArena } from '../with-arena.ts';

/** `arena try research`: researches the brief of one market as a match day would. Nothing is stored but the cost. */
export async function tryResearch(
  processEnvironment: ProcessEnvironment,
  { ticker }: { readonly ticker: string },
): Promise<CommandResult> {
  return await withArena(processEnvironment, async (context) => {
    const date = toMatchDate(context.clock.now());
    const market = await findTrialMarket(context, ticker);
    const trialContext = await openTrialContext(context, date);
    const { brief, warnings } = await researchTrialMarket(trialContext, date, market);
    const costMicroDollars = trialContext.paid.spentMicroDollars();
    const head = `The brief of ${ticker} is ${brief.status}, with ${brief.sources.length} sources. Cost: ${formatCost(costMicroDollars)}.`;
    return {
      data: { ticker, brief, costMicroDollars, warnings },
      text: [head, ...warnings.map(formatRunError), '', brief.text].join('\n'),
      isInOrder: brief.status === 'complete',
    };
  });
}
