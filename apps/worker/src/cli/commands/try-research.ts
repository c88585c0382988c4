import { matchDateOf } from '@coliseum/domain/match-date';
import { findTrialMarket } from '../../tryout/find-trial-market.ts';
import { researchTrialMarket } from '../../tryout/research-trial-market.ts';
import { openTrialContext } from '../../tryout/trial-context.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { formatCost } from '../format-cost.ts';
import type { Surroundings } from '../surroundings.ts';
import { withPipeline } from '../with-pipeline.ts';

/** `arena try research`: the brief of one market, as its day would research it. Nothing is kept but what it cost. */
export async function tryResearch(
  { ticker }: { readonly ticker: string },
  surroundings: Surroundings,
): Promise<CommandAnswer> {
  return await withPipeline(surroundings, async (context) => {
    const date = matchDateOf(context.clock.now());
    const market = await findTrialMarket(ticker, context);
    const trial = await researchTrialMarket(date, market, await openTrialContext(date, context));
    const { brief, costMicroDollars, warnings } = trial;
    const head = `The brief of ${ticker} is ${brief.status}, with ${brief.sources.length} sources. Cost: ${formatCost(costMicroDollars)}.`;
    return {
      data: { ticker, ...trial },
      text: [head, ...warnings, '', brief.text].join('\n'),
      isInOrder: brief.status === 'complete',
    };
  });
}
