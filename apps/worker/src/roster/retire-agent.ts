import type { Agent } from '@coliseum/domain/agent';
import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, type MatchDate } from '@coliseum/domain/match-date';

type Retirement = {
  readonly agents: readonly Agent[];
  readonly agent: Agent;
  /** The first match day without it. */
  readonly firstDayWithout: MatchDate;
  readonly now: Date;
};

/**
 * The agent with its last day. Its record stays, and its open bets still settle. Throws ARGUMENT_INVALID for one that has
 * departed already, has not played yet, or is the last.
 */
export function retireAgent({ agents, agent, firstDayWithout, now }: Retirement): Agent {
  const isLast = agents.every(({ id, until }) => id === agent.id || until !== null);
  if (isLast) throw createRefusal(`${agent.name} is the only agent left. Replace it instead.`);
  return setLastDay(agent, firstDayWithout, now);
}

/** {@link retireAgent} for an agent that another one follows. */
export function setLastDay(agent: Agent, firstDayWithout: MatchDate, now: Date): Agent {
  if (agent.until !== null) {
    throw createRefusal(`${agent.name} departs or has departed: its last day is ${agent.until}.`);
  }
  const until = addDays(firstDayWithout, -1);
  if (until < agent.from) {
    throw createRefusal(`${agent.name} has not played yet: its first day is ${agent.from}. Repeat this once it has.`);
  }
  return { ...agent, until, updatedAt: now };
}

function createRefusal(message: string): AppError {
  return new AppError({ code: 'ARGUMENT_INVALID', message });
}
