import type { Agent } from '@coliseum/domain/agent';
import { MINUTE_MS } from '@coliseum/domain/durations';
import type { Id } from '@coliseum/domain/id';
import { buildAgentRecord, type AgentRecord } from './agent-record.ts';
import type { MatchHistory } from './match-history.ts';
import { createScoringStore, type Scoring } from './scoring/scoring-store.ts';
import { buildSettlementTimeline } from './settlement-timeline.ts';

/** Everything computed from the whole history. */
export type Standings = { readonly scoring: Scoring; readonly records: ReadonlyMap<Id, AgentRecord> };

/** Computes the standings as of a given time. */
export type ComputeStandings = (history: MatchHistory, agents: readonly Agent[], asOf: Date) => Standings;

/**
 * Creates a computation that reuses its last result until the history, the roster or the minute changes: a day can become
 * complete by the passing of time alone.
 */
export function createStandings(): ComputeStandings {
  const computeScoring = createScoringStore();
  let last: { history: MatchHistory; key: string; standings: Standings } | null = null;
  return (history, agents, asOf) => {
    const minute = Math.floor(asOf.getTime() / MINUTE_MS);
    const key = JSON.stringify([minute, agents.map(({ id, from, until }) => [id, from, until])]);
    if (last?.history !== history || last.key !== key) {
      const timeline = buildSettlementTimeline(history);
      const records = new Map(agents.map((agent) => [agent.id, buildAgentRecord(timeline, agent)]));
      last = { history, key, standings: { scoring: computeScoring(history, agents, asOf), records } };
    }
    return last.standings;
  };
}
