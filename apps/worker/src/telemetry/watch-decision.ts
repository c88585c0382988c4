import { runInLogContext } from '@coliseum/observability/log-context';
import type { BetPromptInput } from '../pipeline/betting/bet-prompt.ts';
import type { ArenaContext } from '../arena/arena-context.ts';
import type { AgentAnswer } from '../pipeline/state.ts';

/** Has one agent decide on one event inside its span; every line logged meanwhile carries both. */
export async function watchDecision(
  { standing, market }: BetPromptInput,
  { telemetry }: Pick<ArenaContext, 'telemetry'>,
  decide: () => Promise<AgentAnswer>,
): Promise<AgentAnswer> {
  const { id: agentId, modelSlug: model } = standing.agent;
  return await runInLogContext({ agentId, eventId: market.eventId, ticker: market.ticker }, async () => {
    return await telemetry.span('decision', { model }, async (note) => {
      const answer = await decide();
      note({ decision: answer.decision, isRepaired: answer.rejectedOutput !== null });
      if (answer.abstainReason !== null) note({ abstainReason: answer.abstainReason });
      if (answer.confidence !== null) note({ confidence: answer.confidence });
      return answer;
    });
  });
}
