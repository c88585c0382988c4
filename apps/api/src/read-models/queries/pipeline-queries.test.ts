import { expect, test } from 'vitest';
import { createFixedRevisions } from '../../testing/fixed-revisions.ts';
import { createMemoryReads, type MemoryArena } from '../../testing/memory-reads.ts';
import { createSampleArena } from '../../testing/sample-arena.ts';
import { createSampleCall } from '../../testing/sample-day.ts';
import { createSampleId, createSampleRun } from '../../testing/sample-models.ts';
import { AuditView } from '../../views/audit-view.ts';
import { CostsView } from '../../views/costs-view.ts';
import { PipelineStatusView } from '../../views/pipeline-status-view.ts';
import { RunListView } from '../../views/run-list-view.ts';
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

const startedAt = new Date('2026-03-04T14:00:00.000Z');
const finishedAt = new Date('2026-03-04T14:00:45.200Z');

test('a run shows its stages and how far it is', async () => {
  const arena = createSampleArena();
  const stage = { startedAt, finishedAt, durationMs: 45_200, counts: { candidates: 24 }, costMicroDollars: 20_000 };
  arena.runs.unshift(
    createSampleRun('2026-03-04', {
      status: 'running',
      stage: 'research',
      stages: [
        { ...stage, name: 'ingestion' },
        { ...stage, name: 'research', finishedAt: null, durationMs: null },
      ],
      finishedAt: null,
    }),
  );
  const status = PipelineStatusView.parse(await createQueries(arena).pipelineStatus());
  expect(status).toMatchObject({
    is_running: true,
    next_run_at: '2026-03-05T14:00:00.000Z',
    latest_date: '2026-03-03',
    unsettled: { open: 1, waiting_settlement: 0, delayed: 0 },
    run: {
      stage: 'research',
      progress: { done: 1, total: 4 },
      duration_ms: null,
      stages: [{ name: 'ingestion', duration_ms: 45_200, counts: { candidates: 24 } }, { finished_at: null }],
    },
  });
});

test('an error is told in public words, whatever its message says', async () => {
  const arena = createSampleArena();
  const error = {
    code: 'DATABASE_UNAVAILABLE',
    stage: 'commit',
    subject: null,
    message: 'mongodb://db.internal',
  } as const;
  arena.runs.unshift(createSampleRun('2026-03-04', { status: 'failed', reason: 'INTERNAL', errors: [error] }));
  const list = RunListView.parse(await createQueries(arena).listRuns({ limit: 1, offset: 0 }));
  expect(list.runs[0]).toMatchObject({
    reason_text: 'An unexpected error: a fault in the program.',
    errors: [{ code: 'DATABASE_UNAVAILABLE', message: 'The MongoDB server does not answer.' }],
  });
  expect(JSON.stringify(list)).not.toContain('db.internal');
});

test('a day that its operator stopped for a look runs on without a reason', async () => {
  const arena = createSampleArena();
  arena.runs.unshift(createSampleRun('2026-03-04', { status: 'failed', reason: 'stopped_by_operator' }));
  const { is_running, run } = await createQueries(arena).pipelineStatus();
  expect({ is_running, run }).toMatchObject({ is_running: true, run: { status: 'running', reason: null } });
});

test('an audit says what it checked and how many problems it found, and not which', async () => {
  const arena = createSampleArena();
  expect(AuditView.parse(await createQueries(arena).audit())).toMatchObject({ status: null, checked: null });
  arena.audit = {
    id: createSampleId('b', 700),
    date: '2026-03-04',
    auditedAt: new Date('2026-03-04T05:00:04.200Z'),
    durationMs: 4_200,
    ok: false,
    checked: { agents: 3, events: 3, bets: 6, ledgerEntries: 9, receipts: 0 },
    problemCount: 1,
    problems: ['agent mongodb://inside is off by a cent'],
  };
  const audit = AuditView.parse(await createQueries(arena).audit());
  expect(audit).toMatchObject({ status: 'red', problems: 1, checked: { ledger_entries: 9 } });
  expect(JSON.stringify(audit)).not.toContain('inside');
  arena.audit = { ...arena.audit, ok: true, problemCount: 0, problems: [] };
  expect(await createQueries(arena).audit()).toMatchObject({ status: 'green', problems: 0 });
});

test('runs go on after the cursor', async () => {
  const queries = createQueries(createSampleArena());
  const first = await queries.listRuns({ limit: 1, offset: 0 });
  expect(first).toMatchObject({ total: 2, next_cursor: '2026-03-03', runs: [{ date: '2026-03-03' }] });
  const second = await queries.listRuns({ limit: 1, offset: 0, cursor: first.next_cursor ?? '' });
  expect(second).toMatchObject({ offset: 1, next_cursor: null, runs: [{ date: '2026-03-02' }] });
});

test('costs are added up by day, newest first, up to the latest run', async () => {
  const arena = createSampleArena();
  arena.paidCalls = [
    createSampleCall(1, '2026-03-02'),
    createSampleCall(2, '2026-03-03'),
    createSampleCall(3, '2026-03-03', { service: 'exa', purpose: 'research', agentId: null }),
    createSampleCall(4, '2026-01-01'),
  ];
  const costs = CostsView.parse(await createQueries(arena).costs({}));
  expect(costs).toMatchObject({
    from: '2026-02-01',
    to: '2026-03-03',
    total: { calls: 3, cost_micro_dollars: 30_000 },
    days: [
      { date: '2026-03-03', calls: 2, cost_micro_dollars: 20_000 },
      { date: '2026-03-02', calls: 1 },
    ],
    purposes: [{ purpose: 'research' }, { purpose: 'decision' }],
  });
});

test.each([
  { from: '2026-01-01', to: '2026-03-01' },
  { from: '2026-03-02', to: '2026-03-01' },
])('the span %j is refused', async (span) => {
  await expect(createQueries(createSampleArena()).costs(span)).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    details: { field: 'from' },
  });
});
