import { expect, test } from 'vitest';
import { createFixedRevisions } from '../../testing/fixed-revisions.ts';
import { createMemoryReads, type MemoryArena } from '../../testing/memory-reads.ts';
import { createSampleArena } from '../../testing/sample-arena.ts';
import {
  createSampleCall,
  createSampleCandidate,
  createSampleCandidateList,
  createSamplePersonaWeek,
} from '../../testing/sample-day.ts';
import { createSampleId, createSampleRun } from '../../testing/sample-models.ts';
import { CandidateListView } from '../../views/candidate-view.ts';
import { DayView } from '../../views/day-view.ts';
import { ReceiptListView } from '../../views/receipt-list-view.ts';
import { createArenaQueries } from '../create-arena-queries.ts';

function createQueries(arena: MemoryArena) {
  const clock = { now: () => new Date('2026-03-04T20:00:00.000Z') };
  const configured = { exhibition: true, dailyRunAtUtc: '14:00', feeRule: 'gross-7' } as const;
  return createArenaQueries({
    reads: createMemoryReads(arena),
    clock,
    revisions: createFixedRevisions(clock),
    ...configured,
  });
}

/** The sample arena with candidates and calls of its first day. */
function createListedArena(date = '2026-03-02'): MemoryArena {
  const candidates = [
    createSampleCandidate('KXTEST-2', { status: 'selected', rank: 2 }),
    createSampleCandidate('KXTEST-1', { status: 'selected', rank: 1 }),
    createSampleCandidate('KXTEST-9', { status: 'filtered', filterReason: 'stale', rank: null }),
  ];
  return {
    ...createSampleArena(),
    persona: createSamplePersonaWeek(1),
    candidateLists: [{ ...createSampleCandidateList(date, candidates), drawn: ['KXTEST-2'] }],
    paidCalls: [
      createSampleCall(1, date),
      createSampleCall(2, date, { costMicroDollars: null, errorCode: 'OPENROUTER_TIMEOUT' }),
      createSampleCall(3, date, { service: 'exa', purpose: 'research', agentId: null, costMicroDollars: 5_000 }),
    ],
  };
}

const receipt = {
  id: createSampleId('b', 800),
  date: '2026-03-02',
  batchId: createSampleId('b', 1),
  format: 'coliseum-receipt/1',
  sequence: 1,
  contentSha256: '3'.repeat(64),
  previousSha256: null,
  sha256: '2'.repeat(64),
  createdAt: new Date('2026-03-02T14:10:00.000Z'),
};

test('a committed day is shown whole', async () => {
  const arena = createListedArena();
  arena.receipts.push(receipt);
  const day = DayView.parse(await createQueries(arena).dayByDate('2026-03-02'));
  expect(day).toMatchObject({
    status: 'completed',
    batch: { match_day: 1, total_bets: 4 },
    events: [{ title: 'Match 1' }, { title: 'Match 2' }],
    persona: { week_number: 1 },
    selection: {
      listed: 3,
      filtered: [{ reason: 'stale', markets: 1 }],
      eligible: [
        { ticker: 'KXTEST-1', is_control: false, volume_24h: 123.5, open_interest: null },
        { ticker: 'KXTEST-2', is_control: true },
      ],
      control: ['KXTEST-2'],
    },
    receipt: { sequence: 1, content_sha256: '3'.repeat(64) },
    run: { status: 'completed' },
    costs: {
      total: { calls: 3, failed_calls: 1, unknown_costs: 1, cost_micro_dollars: 15_000 },
      services: [{ service: 'openrouter', calls: 2 }, { service: 'exa' }],
      agents: [{ agent_name: 'Agent 1', calls: 2, cost_micro_dollars: 10_000 }],
    },
  });
});

test('of a day that may still be played nobody sees what its card is selected from', async () => {
  const arena = createListedArena('2026-03-04');
  arena.runs.unshift(createSampleRun('2026-03-04', { status: 'failed', reason: 'INTERNAL' }));
  const queries = createQueries(arena);
  const day = DayView.parse(await queries.dayByDate('2026-03-04'));
  expect(day).toMatchObject({ status: 'failed', batch: null, events: [], selection: null, receipt: null });
  expect(await queries.listCandidates({ date: '2026-03-04', limit: 20, offset: 0 })).toBeNull();
});

test('a skipped day shows what was listed and why it was skipped', async () => {
  const arena = createListedArena('2026-03-04');
  arena.runs.unshift(createSampleRun('2026-03-04', { status: 'skipped', reason: 'fewer_than_five_markets' }));
  const day = DayView.parse(await createQueries(arena).dayByDate('2026-03-04'));
  expect(day).toMatchObject({
    status: 'skipped',
    batch: null,
    selection: { listed: 3 },
    run: { reason: 'fewer_than_five_markets', reason_text: 'Fewer than five markets can be played.' },
  });
});

test('a day that nothing is known of is null', async () => {
  expect(await createQueries(createListedArena()).dayByDate('2020-01-01')).toBeNull();
});

test('the candidates of a day go on by ticker, and by how far they came', async () => {
  const queries = createQueries(createListedArena());
  const page = { date: '2026-03-02', limit: 2, offset: 0 };
  const first = CandidateListView.parse(await queries.listCandidates(page));
  expect(first).toMatchObject({ total: 3, next_cursor: 'KXTEST-2', candidates: [{ ticker: 'KXTEST-1' }, {}] });
  const next = { ...page, cursor: 'KXTEST-2' };
  expect(await queries.listCandidates(next)).toMatchObject({
    offset: 2,
    next_cursor: null,
    candidates: [{ ticker: 'KXTEST-9', filter_reason: 'stale' }],
  });
  expect(await queries.listCandidates({ ...page, status: 'filtered' })).toMatchObject({ total: 1 });
});

test('receipts are listed newest first with everything that their hash is made of', async () => {
  const arena = createSampleArena();
  const second = { ...receipt, date: '2026-03-03', batchId: createSampleId('b', 2), sequence: 2 };
  arena.receipts.push(receipt, second);
  const list = ReceiptListView.parse(await createQueries(arena).listReceipts({ limit: 2, offset: 0 }));
  expect(list.receipts.map(({ sequence }) => sequence)).toEqual([2, 1]);
  expect(list.receipts[0]).toMatchObject({ format: 'coliseum-receipt/1', created_at: '2026-03-02T14:10:00.000Z' });
});
