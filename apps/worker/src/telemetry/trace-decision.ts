import { runInLogContext } from '@coliseum/observability/log-context';
import type { Telemetry } from '@coliseum/observability/telemetry';

/** The agent and the event of a decision. */
type DecisionSubject = {
  readonly standing: { readonly agent: { readonly id: string; readonly modelSlug: string } };
  readonly market: { readonly eventId: string; readonly ticker: string };
};

type Decided = {
  readonly decision: string;
  readonly rejectedOutput: string | null;
  readonly abstainReason: string | null;
  readonly confidence: number | null;
};

/** Runs one agent's decision inside a span. Log lines inside carry the agent and the event. */
export async function traceDecision<T extends Decided>(
  { telemetry }: { readonly telemetry: Pick<Telemetry, 'span'> },
  { standing, market }: DecisionSubject,
  decide: () => Promise<T>,
): Promise<T> {
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
