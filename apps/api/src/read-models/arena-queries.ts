import type { AgentView } from '../views/agent-view.ts';
import type { BatchListInput, BatchListView } from '../views/batch-list-view.ts';
import type { EventListInput, EventListView } from '../views/event-list-view.ts';
import type { EventView } from '../views/event-view.ts';
import type { LeaderboardView } from '../views/leaderboard-view.ts';
import type { PersonaView } from '../views/persona-view.ts';
import type { RulesView } from '../views/rules-view.ts';
import type { StatusView } from '../views/status-view.ts';

/** Every query of the public API. Procedures depend on this type alone, never on the database. */
export type ArenaQueries = {
  readonly status: () => Promise<StatusView>;
  readonly rules: () => Promise<RulesView>;
  readonly leaderboard: () => Promise<LeaderboardView>;
  readonly listEvents: (input: EventListInput) => Promise<EventListView>;
  /** Null when no committed event has that id. */
  readonly eventById: (eventId: string) => Promise<EventView | null>;
  /** Null when no agent has that id. */
  readonly agentById: (agentId: string) => Promise<AgentView | null>;
  readonly listBatches: (input: BatchListInput) => Promise<BatchListView>;
  /** Null before the first week. */
  readonly currentPersona: () => Promise<PersonaView | null>;
};
