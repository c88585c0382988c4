import type { Id } from '@coliseum/domain/id';
import type { Store } from '../store.ts';
import { createAgentRepository, type AgentRepository } from './agent-repository.ts';
import { createAlertRepository, type AlertRepository } from './alert-repository.ts';
import { createArenaStateRepository, type ArenaStateRepository } from './arena-state-repository.ts';
import { createAuditRepository, type AuditRepository } from './audit-repository.ts';
import { createBatchRepository, type BatchRepository } from './batch-repository.ts';
import { createBetRepository, type BetRepository } from './bet-repository.ts';
import { createCandidateListRepository, type CandidateListRepository } from './candidate-list-repository.ts';
import { createDayRecordRepository, type DayRecordRepository } from './day-record-repository.ts';
import { createEventRepository, type EventRepository } from './event-repository.ts';
import { createLedgerRepository, type LedgerRepository } from './ledger-repository.ts';
import { createOutcomeReceiptRepository, type OutcomeReceiptRepository } from './outcome-receipt-repository.ts';
import { createPaidCallRepository, type PaidCallRepository } from './paid-call-repository.ts';
import { createPersonaRepository, type PersonaRepository, type RunAtomically } from './persona-repository.ts';
import { createReceiptRepository, type ReceiptRepository } from './receipt-repository.ts';
import { createRunRepository, type RunRepository } from './run-repository.ts';
import { createSeasonRepository, type SeasonRepository } from './season-repository.ts';

/** Everything the arena reads and writes, as domain models. */
export type Repositories = {
  readonly agents: AgentRepository;
  readonly batches: BatchRepository;
  readonly events: EventRepository;
  readonly bets: BetRepository;
  readonly personas: PersonaRepository;
  readonly runs: RunRepository;
  readonly ledger: LedgerRepository;
  readonly seasons: SeasonRepository;
  readonly alerts: AlertRepository;
  readonly candidateLists: CandidateListRepository;
  readonly outcomeReceipts: OutcomeReceiptRepository;
  readonly paidCalls: PaidCallRepository;
  readonly receipts: ReceiptRepository;
  readonly audits: AuditRepository;
  readonly arenaState: ArenaStateRepository;
  readonly dayRecords: DayRecordRepository;
};

type RepositoryDependencies = {
  readonly store: Store;
  readonly newId: () => Id;
  readonly runAtomically: RunAtomically;
};

export function createRepositories({ store, newId, runAtomically }: RepositoryDependencies): Repositories {
  return {
    agents: createAgentRepository(store),
    batches: createBatchRepository(store),
    events: createEventRepository(store),
    bets: createBetRepository(store),
    personas: createPersonaRepository(store, runAtomically),
    runs: createRunRepository(store, newId),
    ledger: createLedgerRepository(store),
    seasons: createSeasonRepository(store, newId),
    alerts: createAlertRepository(store),
    candidateLists: createCandidateListRepository(store),
    outcomeReceipts: createOutcomeReceiptRepository(store),
    paidCalls: createPaidCallRepository(store),
    receipts: createReceiptRepository(store),
    audits: createAuditRepository(store),
    arenaState: createArenaStateRepository(store),
    dayRecords: createDayRecordRepository(store),
  };
}
