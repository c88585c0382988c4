import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { toMatchDate } from '@coliseum/domain/match-date';
import { centsToDecimal } from '@coliseum/domain/money';
import { askTrialAgent } from '../../dry-run/ask-trial-agent.ts';
import { findTrialMarket } from '../../dry-run/find-trial-market.ts';
import { researchTrialMarket } from '../../dry-run/research-trial-market.ts';
import { openTrialContext } from '../../dry-run/trial-context.ts';
import type { AgentAnswer, EventBrief, SelectedMarket } from '../../pipeline/state.ts';
import type { CommandResult } from '../command-result.ts';
import { formatCost } from '../format-cost.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withArena } from '../with-arena.ts';

type TryBetOptions = { readonly ticker: string; readonly agent: string; readonly brief?: string };

/**
 * `arena try bet`: asks one agent about one market and shows its prompt and answer. The brief comes from a file, or is
 * researched. Nothing is stored but the cost.
 */
export async function tryBet(processEnvironment: ProcessEnvironment, options: TryBetOptions): Promise<CommandResult> {
  const { ticker, agent } = options;
  const text =
    options.brief === undefined ? null : await readBrief(resolve(processEnvironment.workingDirectory, options.brief));
  return await withArena(processEnvironment, async (context) => {
    const now = context.clock.now();
    const date = toMatchDate(now);
    const market = await findTrialMarket(context, ticker);
    const trial = await openTrialContext(context, date);
    const brief = text === null ? (await researchTrialMarket(trial, date, market)).brief : toBrief(market, text, now);
    const answer = await askTrialAgent(trial, { agent, market, brief });
    const costMicroDollars = trial.paid.spentMicroDollars();
    return {
      data: { ticker, agent, briefStatus: brief.status, answer, costMicroDollars },
      text: [...describe(answer), '', `Cost: ${formatCost(costMicroDollars)}.`].join('\n'),
      isInOrder: answer.abstainReason === null || answer.abstainReason === 'chosen',
    };
  });
}

async function readBrief(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new AppError({ code: 'ARGUMENT_INVALID', message: `--brief: cannot read ${file}.`, cause });
  }
}

function toBrief({ eventId }: SelectedMarket, text: string, completedAt: Date): EventBrief {
  return { eventId, text, status: 'complete', sources: [], completedAt };
}

function describe(answer: AgentAnswer): string[] {
  const { decision, abstainReason, abstainDetail, requestedAmountCents, probability, confidence, reasoning } = answer;
  const why = abstainReason === null ? '' : ` (${abstainReason}${abstainDetail === null ? '' : `: ${abstainDetail}`})`;
  return [
    '--- system prompt',
    answer.promptSystem,
    '--- user prompt',
    answer.promptUser,
    '--- answer',
    answer.rawOutput,
    '--- parsed answer',
    `${decision}${why}, $${centsToDecimal(requestedAmountCents)}, probability of YES ${probability ?? 'not stated'}, confidence ${confidence ?? 'not stated'}`,
    reasoning,
  ];
}
