import type { Agent } from '@coliseum/domain/agent';
import type { ArenaState } from '@coliseum/domain/arena-state';
import type { Bet } from '@coliseum/domain/bet';
import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { PersonaWeek } from '@coliseum/domain/persona';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import type { Receipt } from '@coliseum/domain/receipt';
import type { StoredAudit } from '@coliseum/domain/stored-audit';
import type { ArenaReads } from '../read-models/arena-reads.ts';

/** The data behind {@link createMemoryReads}; tests change it in place. */
export type MemoryArena = {
  agents: Agent[];
  batches: DailyBatch[];
  events: ArenaEvent[];
  bets: Bet[];
  receipts: Receipt[];
  runs: PipelineRun[];
  persona: PersonaWeek | null;
  candidateLists: CandidateList[];
  paidCalls: PaidCall[];
  audit: StoredAudit | null;
  state: ArenaState;
};

export function createEmptyArena(): MemoryArena {
  return {
    agents: [],
    batches: [],
    events: [],
    bets: [],
    receipts: [],
    runs: [],
    persona: null,
    candidateLists: [],
    paidCalls: [],
    audit: null,
    state: { revision: 1, changedAt: new Date(0), reason: 'created', progressRevision: 0 },
  };
}

/** The reads of the repositories on plain arrays, in the order the repositories promise. */
export function createMemoryReads(arena: MemoryArena): ArenaReads {
  const listNewestBatches = () => arena.batches.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const listWeeks = () => (arena.persona === null ? [] : [arena.persona]);
  const find = async <T extends { readonly id: string }>(items: readonly T[], id: string) =>
    items.find((item) => item.id === id) ?? null;
  return {
    arenaState: { get: async () => arena.state },
    agents: { list: async () => [...arena.agents] },
    batches: {
      list: async ({ limit, offset }) => listNewestBatches().slice(offset, offset + limit),
      listByDates: async (dates) => arena.batches.filter(({ date }) => dates.includes(date)),
      count: async () => arena.batches.length,
      findLatest: async () => listNewestBatches()[0] ?? null,
      findByDate: async (date) => arena.batches.find((batch) => batch.date === date) ?? null,
      findById: (id) => find(arena.batches, id),
    },
    events: {
      findById: (id) => find(arena.events, id),
      findManyByIds: async (ids) => arena.events.filter(({ id }) => ids.includes(id)),
      listByBatch: async (batchId) => arena.events.filter((event) => event.batchId === batchId),
      listSummariesByBatches: async (batchIds) => arena.events.filter(({ batchId }) => batchIds.includes(batchId)),
      listSettledSince: async (at) => arena.events.filter(({ settledAt }) => settledAt !== null && settledAt >= at),
      listUnsettled: async () =>
        arena.events
          .filter(({ status }) => status !== 'settled')
          .toSorted((a, b) => a.closeTime.getTime() - b.closeTime.getTime()),
    },
    bets: {
      listByEvent: async (eventId) => arena.bets.filter((bet) => bet.eventId === eventId),
      listByBatch: async (batchId) => arena.bets.filter((bet) => bet.batchId === batchId),
      listSummariesByBatches: async (batchIds) => arena.bets.filter(({ batchId }) => batchIds.includes(batchId)),
    },
    personas: {
      findActive: async () => arena.persona,
      findByWeek: async (week) => listWeeks().find(({ weekNumber }) => weekNumber === week) ?? null,
      listLatest: async ({ limit, offset, before = Infinity }) =>
        listWeeks()
          .filter(({ weekNumber }) => weekNumber < before)
          .slice(offset, offset + limit),
      count: async (query) => listWeeks().filter(({ weekNumber }) => weekNumber >= (query?.notBefore ?? 0)).length,
    },
    receipts: { listByDates: async (dates) => arena.receipts.filter(({ date }) => dates.includes(date)) },
    runs: {
      list: async ({ limit, offset, before = '9999-99' }) =>
        arena.runs.filter(({ date }) => date < before).slice(offset, offset + limit),
      count: async (query) => arena.runs.filter(({ date }) => date >= (query?.notBefore ?? '')).length,
      findByDate: async (date) => arena.runs.find((run) => run.date === date) ?? null,
    },
    candidateLists: {
      findByDate: async (date) => arena.candidateLists.find((list) => list.date === date) ?? null,
    },
    audits: { findLatest: async () => arena.audit },
    paidCalls: {
      listDropped: async (date) => arena.paidCalls.filter((call) => call.date === date && call.droppedAt !== null),
      listBetween: async (from, to) => arena.paidCalls.filter(({ date }) => date >= from && date <= to),
    },
  };
}
