import type { MatchDate } from '@coliseum/domain/match-date';
import type { AgentBetsInput, AgentBetsView } from '../views/agent-bets-view.ts';
import type { AgentScoresView } from '../views/agent-scores-view.ts';
import type { AgentView } from '../views/agent-view.ts';
import type { AuditView } from '../views/audit-view.ts';
import type { BatchListInput, BatchListView } from '../views/batch-list-view.ts';
import type { CandidateListInput, CandidateListView } from '../views/candidate-view.ts';
import type { CompareInput, CompareView } from '../views/compare-view.ts';
import type { CostsInput, CostsView } from '../views/costs-view.ts';
import type { DayView } from '../views/day-view.ts';
import type { EventListInput, EventListView } from '../views/event-list-view.ts';
import type { EventView } from '../views/event-view.ts';
import type { LeaderboardView } from '../views/leaderboard-view.ts';
import type { PersonaListInput, PersonaListView } from '../views/persona-list-view.ts';
import type { PersonaView } from '../views/persona-view.ts';
import type { PipelineStatusView } from '../views/pipeline-status-view.ts';
import type { ReceiptContentView } from '../views/receipt-content-view.ts';
import type { ReceiptListInput, ReceiptListView } from '../views/receipt-list-view.ts';
import type { RulesView } from '../views/rules-view.ts';
import type { RunListInput, RunListView } from '../views/run-list-view.ts';
import type { ScoreHistoryInput, ScoreHistoryView } from '../views/score-history-view.ts';
import type { ScoresView } from '../views/scores-view.ts';
import type { SearchInput, SearchView } from '../views/search-view.ts';
import type { StatusView } from '../views/status-view.ts';
import type { AmendedEvent } from './amended-event.ts';

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
  /** Null when no agent has that id. */
  readonly listAgentBets: (input: AgentBetsInput) => Promise<AgentBetsView | null>;
  /** Events settled in the last sixty days whose outcome was replaced since. */
  readonly recentlyAmended: () => Promise<readonly AmendedEvent[]>;
  readonly scores: () => Promise<ScoresView>;
  readonly listScoreHistory: (input: ScoreHistoryInput) => Promise<ScoreHistoryView>;
  /** Null when no agent has that id. */
  readonly agentScores: (agentId: string) => Promise<AgentScoresView | null>;
  /** Null when one of the agents does not exist. Throws `ARGUMENT_INVALID` for an agent and itself. */
  readonly compare: (input: CompareInput) => Promise<CompareView | null>;
  readonly search: (input: SearchInput) => Promise<SearchView>;
  /** Null when nothing is known of the day. */
  readonly dayByDate: (date: MatchDate) => Promise<DayView | null>;
  /** Null when nothing was listed on the day, and while nobody may know it. */
  readonly listCandidates: (input: CandidateListInput) => Promise<CandidateListView | null>;
  readonly listReceipts: (input: ReceiptListInput) => Promise<ReceiptListView>;
  readonly pipelineStatus: () => Promise<PipelineStatusView>;
  readonly listRuns: (input: RunListInput) => Promise<RunListView>;
  /** Throws `ARGUMENT_INVALID` for a span that is too long or turned round. */
  readonly costs: (input: CostsInput) => Promise<CostsView>;
  readonly audit: () => Promise<AuditView>;
  readonly listPersonas: (input: PersonaListInput) => Promise<PersonaListView>;
  /** Null when no match day of that date has a receipt. */
  readonly receiptByDate: (date: string) => Promise<ReceiptContentView | null>;
  /** Null before the first week. */
  readonly currentPersona: () => Promise<PersonaView | null>;
};
