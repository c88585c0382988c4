import type { Agent } from '@coliseum/domain/agent';
import { MINUTE_MS } from '@coliseum/domain/durations';
import type { Id } from '@coliseum/domain/id';
import { buildAgentRecord, type AgentRecord } from './agent-record.ts';
import type { MatchHistory } from './match-history.ts';
import { buildSettlementTimeline } from './settlement-timeline.ts';
import { buildSkillRecord, type SkillRecord } from './skill-record.ts';

/** Everything computed from the whole history. */
export type Standings = { readonly skill: SkillRecord; readonly records: ReadonlyMap<Id, AgentRecord> };

/** Computes the standings as of a given time. */
export function buildStandings(history: MatchHistory, agents: readonly Agent[], asOf: Date): Standings {
  const ids = agents.map(({ id }) => id);
  const timeline = buildSettlementTimeline(history);
  return {
    skill: buildSkillRecord(history, ids, asOf),
    records: new Map(agents.map((agent) => [agent.id, buildAgentRecord(timeline, agent)])),
  };
}

/**
 * {@link buildStandings} that reuses its last result until the history, the roster or the minute changes: a day can
 * become complete by the passing of time alone.
 */
export function createStandingsCache(): typeof buildStandings {
  let last: { history: MatchHistory; key: string; standings: Standings } | null = null;
  return (history, agents, asOf) => {
    const minute = Math.floor(asOf.getTime() / MINUTE_MS);
    const key = [minute, ...agents.map(({ id }) => id)].join();
    if (last?.history !== history || last.key !== key) {
      last = { history, key, standings: buildStandings(history, agents, asOf) };
    }
    return last.standings;
  };
}
