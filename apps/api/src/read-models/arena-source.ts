import type { Agent } from '@coliseum/domain/agent';
import type { Clock } from '@coliseum/domain/clock';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import { rememberPerRevision } from '../revisions/remember-per-revision.ts';
import type { RevisionSource } from '../revisions/revision-source.ts';
import type { ArenaReads } from './arena-reads.ts';
import { buildEventIndex, type EventIndex } from './event-index.ts';
import { createMatchHistoryStore } from './match-history-store.ts';
import type { MatchHistory } from './match-history.ts';
import { rememberLast } from './remember-last.ts';
import { createStandings, type Standings } from './standings.ts';

export type QueryOptions = {
  readonly reads: ArenaReads;
  readonly clock: Clock;
  readonly revisions: RevisionSource;
  readonly exhibition: boolean;
  /** Start of the daily run, `HH:MM`. */
  readonly dailyRunAtUtc: string;
  /** The fee rule of the first match day; after that the latest match day determines it. */
  readonly feeRule: FeeRule;
};

/** The arena at one moment, with everything that is computed from its history. */
export type Arena = {
  readonly now: Date;
  /** When anything public last changed. */
  readonly changedAt: Date;
  /** In roster order. */
  readonly agents: readonly Agent[];
  readonly history: MatchHistory;
  readonly standings: Standings;
};

/** What the queries are answered from: the database, and what is kept of it in memory. */
export type ArenaSource = QueryOptions & {
  readonly readHistory: () => Promise<MatchHistory>;
  readonly readIndex: () => Promise<EventIndex>;
  readonly readArena: () => Promise<Arena>;
};

/** Creates a source whose history, index and standings are computed again only after a change. */
export function createArenaSource(options: QueryOptions): ArenaSource {
  const { reads, clock, revisions } = options;
  const current = rememberPerRevision(revisions, 'revision', createMatchHistoryStore(reads, clock).current);
  const getStandings = createStandings();
  const getIndex = rememberLast(buildEventIndex);
  return {
    ...options,
    readHistory: current,
    readIndex: async () => getIndex(await current()),
    readArena: async () => {
      const now = clock.now();
      // Before everything else: what is read afterwards is at least as new.
      const { changedAt } = revisions.latest();
      const agents = await reads.agents.list();
      const history = await current();
      return { now, changedAt, agents, history, standings: getStandings(history, agents, now) };
    },
  };
}
