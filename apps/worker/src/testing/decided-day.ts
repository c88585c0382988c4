import type { Agent } from '@coliseum/domain/agent';
import type { AgentAnswer, Decided } from '../pipeline/state.ts';
import { makeAnswer, makeMarket } from './fixtures.ts';

/** The agents' answers of a day, by event and agent. Missing agents pass. */
export type DayAnswers = readonly (readonly Pick<AgentAnswer, 'decision' | 'requestedAmountCents'>[])[];

type DayPlan = {
  readonly date: string;
  readonly at: Date;
  readonly answers: DayAnswers;
  readonly agents: readonly Pick<Agent, 'id'>[];
  readonly newId: () => string;
};

/** Creates a day after its three stages, with markets unique to its date. */
export function makeDecidedDay({ date, at, answers, agents, newId }: DayPlan): Decided {
  const markets = answers.map((_, index) =>
    makeMarket({ eventId: newId(), matchNumber: index + 1, ticker: `KX-${date}-${index}` }),
  );
  const briefs = markets.map(({ eventId }) => {
    return { eventId, text: `brief of ${date}`, status: 'complete' as const, sources: [], completedAt: at };
  });
  const agentAnswers = markets.flatMap(({ eventId }, match) =>
    agents.map((agent, index) => {
      const answer = answers[match]?.[index] ?? { decision: 'ABSTAIN' as const, requestedAmountCents: 0 };
      const abstainReason = answer.decision === 'ABSTAIN' ? ('chosen' as const) : null;
      return makeAnswer({ ...answer, agentId: agent.id, eventId, abstainReason });
    }),
  );
  return {
    date,
    triggerTime: at,
    ingestion: { lockedAt: at, markets },
    research: { briefs },
    betting: { quotes: [], answers: agentAnswers },
  };
}
