import {
  storedAgent,
  storedArenaState,
  storedAudit,
  storedBatch,
  storedBet,
  storedCandidateList,
  storedEvent,
  storedPaidCall,
  storedPersonaWeek,
  storedReceipt,
  storedRun,
} from '@coliseum/db/testing/arbitrary-stored';
import { ensurePresent } from '@coliseum/domain/assert';
import { RECEIPT_FORMATS } from '@coliseum/domain/receipt';
import { toRecord } from '@coliseum/domain/to-record';
import { toCanonicalJson } from '@coliseum/receipts/canonical-json';
import { readDay } from '@coliseum/receipts/read-day';
import { sha256 } from '@coliseum/receipts/sha256';
import { hashContent } from '@coliseum/receipts/to-receipt';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArenaQueries } from '../read-models/create-arena-queries.ts';
import { createFixedRevisions } from '../testing/fixed-revisions.ts';
import { createMemoryReads, type MemoryArena } from '../testing/memory-reads.ts';
import { createSampleArena } from '../testing/sample-arena.ts';
import { AgentBetsView } from './agent-bets-view.ts';
import { AgentScoresView } from './agent-scores-view.ts';
import { AgentView } from './agent-view.ts';
import { AuditView } from './audit-view.ts';
import { BatchListView } from './batch-list-view.ts';
import { CandidateListView } from './candidate-view.ts';
import { CompareView } from './compare-view.ts';
import { CostsView } from './costs-view.ts';
import { DayView } from './day-view.ts';
import { EventListView } from './event-list-view.ts';
import { EventView } from './event-view.ts';
import { LeaderboardView } from './leaderboard-view.ts';
import { PersonaListView } from './persona-list-view.ts';
import { PersonaView } from './persona-view.ts';
import { PipelineStatusView } from './pipeline-status-view.ts';
import { ReceiptListView } from './receipt-list-view.ts';
import { RulesView } from './rules-view.ts';
import { RunListView } from './run-list-view.ts';
import { ScoreHistoryView } from './score-history-view.ts';
import { ScoresView } from './scores-view.ts';
import { SearchView } from './search-view.ts';
import { StatusView } from './status-view.ts';

const some = <T>(values: fc.Arbitrary<T>, maxLength: number) => fc.array(values, { minLength: 1, maxLength });
const pick = <T>(values: readonly T[], index: number): T => ensurePresent(values[index % values.length], 'value');

/** An arena in which everything belongs to something, and every value is one that the database takes. */
const arena: fc.Arbitrary<MemoryArena> = fc
  .record({
    agents: fc.uniqueArray(storedAgent, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    batches: fc.uniqueArray(storedBatch, { minLength: 1, maxLength: 3, selector: ({ date }) => date }),
    events: some(storedEvent, 6),
    bets: some(storedBet, 12),
    receipts: some(storedReceipt, 3),
    runs: some(storedRun, 3),
    persona: storedPersonaWeek,
    candidateLists: some(storedCandidateList, 2),
    paidCalls: some(storedPaidCall, 5),
    state: storedArenaState,
    audit: storedAudit,
  })
  .map(({ agents, batches, events, bets, receipts, candidateLists, paidCalls, ...rest }) => {
    const placed = events.map((event, index) => ({ ...event, batchId: pick(batches, index).id }));
    return {
      ...rest,
      agents,
      batches,
      events: placed,
      bets: bets.map((bet, index) => {
        const { id: eventId, batchId } = pick(placed, index);
        return { ...bet, eventId, batchId, agentId: pick(agents, Math.floor(index / placed.length)).id };
      }),
      candidateLists: candidateLists.map((list, index) => ({ ...list, date: pick(batches, index).date })),
      paidCalls: paidCalls.map((call, index) => ({ ...call, date: pick(batches, index).date })),
      receipts: receipts.map((receipt, index) => {
        const { id: batchId, date } = pick(batches, index);
        return { ...receipt, batchId, date, format: pick(RECEIPT_FORMATS, index) };
      }),
    };
  });

const now = new Date('2026-03-03T12:00:00.000Z');

const createQueries = (stored: MemoryArena) =>
  createArenaQueries({
    reads: createMemoryReads(stored),
    clock: { now: () => now },
    revisions: createFixedRevisions({ now: () => now }),
    exhibition: false,
    dailyRunAtUtc: '14:00',
    feeRule: 'gross-7',
  });

test('no value that the database takes makes a page fail', async () => {
  await fc.assert(
    fc.asyncProperty(arena, async (stored) => {
      const queries = createQueries(stored);
      const page = { limit: 20, offset: 0 };
      StatusView.parse(await queries.status());
      RulesView.parse(await queries.rules());
      LeaderboardView.parse(await queries.leaderboard());
      EventListView.parse(await queries.listEvents(page));
      BatchListView.parse(await queries.listBatches(page));
      PersonaView.nullable().parse(await queries.currentPersona());
      PipelineStatusView.parse(await queries.pipelineStatus());
      AuditView.parse(await queries.audit());
      RunListView.parse(await queries.listRuns(page));
      ReceiptListView.parse(await queries.listReceipts(page));
      PersonaListView.parse(await queries.listPersonas(page));
      SearchView.parse(await queries.search({ q: 'a', limit: 10 }));
      for (const { date } of stored.batches) {
        DayView.parse(await queries.dayByDate(date));
        CandidateListView.nullable().parse(await queries.listCandidates({ ...page, date }));
        CostsView.parse(await queries.costs({ from: date, to: date }));
      }
      ScoresView.parse(await queries.scores());
      ScoreHistoryView.parse(await queries.listScoreHistory(page));
      for (const { id } of stored.agents) {
        AgentScoresView.parse(await queries.agentScores(id));
      }
      const [a, b] = stored.agents;
      if (a && b) CompareView.parse(await queries.compare({ a: a.id, b: b.id }));
      for (const { date } of stored.runs) DayView.parse(await queries.dayByDate(date));
      for (const { id } of stored.agents) AgentBetsView.parse(await queries.listAgentBets({ ...page, agent_id: id }));
      for (const { date } of stored.receipts) {
        const receipt = ensurePresent(await queries.receiptByDate(date), 'receipt');
        const day = ensurePresent(await readDay(createMemoryReads(stored), stored.agents, date), 'day');
        const hashed = sha256(toCanonicalJson(toRecord(receipt.content)));
        expect(hashed).toBe(hashContent(receipt.link.format, day));
      }
      for (const { id } of stored.events) EventView.parse(await queries.eventById(id));
      for (const { id } of stored.agents) AgentView.parse(await queries.agentById(id));
    }),
    // Each run may show twenty years of days for each agent.
    { numRuns: 40 },
  );
});

test('a source of the year 20077 has no date, and its event still has a page', async () => {
  const stored = createSampleArena();
  const event = ensurePresent(stored.events[0], 'event');
  const source = ensurePresent(event.sources[0], 'source');
  stored.events = [{ ...event, sources: [{ ...source, publishedAt: new Date('+020077-03-07T00:00:00.000Z') }] }];
  const view = EventView.parse(await createQueries(stored).eventById(event.id));
  expect(view.sources[0]?.published_at).toBeNull();
});
