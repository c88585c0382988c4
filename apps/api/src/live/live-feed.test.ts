import { expect, test } from 'vitest';
import { createMemoryReads, type MemoryArena } from '../testing/memory-reads.ts';
import { createSampleArena } from '../testing/sample-arena.ts';
import { createSampleId, createSampleRun } from '../testing/sample-models.ts';
import { createLiveFeed } from './live-feed.ts';

const BEFORE = {
  revision: 4,
  progressRevision: 7,
  changedAt: new Date('2026-03-03T14:00:00.000Z'),
  reason: 'day_committed',
} as const;
const SETTLED = { ...BEFORE, revision: 5, changedAt: new Date('2026-03-04T00:00:00.000Z') };

/** Settles the open match: agent 1 wins $40, agent 2 gave no answer. */
function settleOpenMatch(arena: MemoryArena): void {
  const id = createSampleId('e', 3);
  arena.events = arena.events.map((event) =>
    event.id === id ? { ...event, status: 'settled', outcome: 'YES', settlementValue: '1.00' } : event,
  );
  arena.bets = arena.bets.map((bet) =>
    bet.eventId === id ? { ...bet, pnlCents: bet.decision === 'YES' ? 4_000 : 0 } : bet,
  );
}

test('a settlement is told with its outcome and who won, before the revision that makes it public', async () => {
  const arena = createSampleArena();
  const feed = await createLiveFeed(createMemoryReads(arena));
  settleOpenMatch(arena);
  const messages = await feed.describe({ before: BEFORE, after: SETTLED });
  expect(messages).toEqual([
    {
      id: '5.7.0',
      event: {
        type: 'settled',
        event_id: createSampleId('e', 3),
        title: 'Match 3',
        outcome: 'YES',
        gained: [{ agent_id: createSampleId('a', 1), agent_name: 'Agent 1', pnl_cents: 4_000 }],
      },
    },
    { id: '5.7.1', event: { type: 'revision', revision: 5, changed_at: '2026-03-04T00:00:00.000Z' } },
  ]);
  const [only, ...others] = await feed.describe({ before: SETTLED, after: { ...SETTLED, revision: 6 } });
  expect([only?.event.type, others]).toEqual(['revision', []]);
});

test('progress is told by stages that are finished of all there are', async () => {
  const arena = createSampleArena();
  const stage = { startedAt: BEFORE.changedAt, counts: {}, costMicroDollars: 0 };
  const finished = { ...stage, name: 'ingestion', finishedAt: BEFORE.changedAt, durationMs: 1 } as const;
  const current = { ...stage, name: 'research', finishedAt: null, durationMs: null } as const;
  const run = createSampleRun('2026-03-04', { stages: [finished, current], finishedAt: null });
  arena.runs.unshift({ ...run, status: 'running', stage: 'research' });
  const feed = await createLiveFeed(createMemoryReads(arena));
  const messages = await feed.describe({ before: BEFORE, after: { ...BEFORE, progressRevision: 8 } });
  const event = { type: 'progress', date: '2026-03-04', status: 'running', stage: 'research', done: 1, total: 4 };
  expect(messages).toEqual([{ id: '4.8.0', event }]);
});
