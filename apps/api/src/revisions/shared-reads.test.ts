import { expect, test } from 'vitest';
import { createManualRevisions } from '../testing/manual-revisions.ts';
import { createMemoryReads } from '../testing/memory-reads.ts';
import { createSampleArena } from '../testing/sample-arena.ts';
import { createSharedReads } from './create-shared-reads.ts';
import { findNextChange } from './find-next-change.ts';
import { rememberPerRevision } from './remember-per-revision.ts';

test('what many answers need is read once for each state', async () => {
  const { revisions, change } = createManualRevisions();
  const reads = createMemoryReads(createSampleArena());
  let listed = 0;
  const countRead = async () => {
    listed += 1;
    return reads.agents.list();
  };
  const shared = createSharedReads({ ...reads, agents: { ...reads.agents, list: countRead } }, revisions);
  await Promise.all([shared.agents.list(), shared.agents.list()]);
  change({ progressRevision: 1 });
  expect(await shared.agents.list()).toHaveLength(3);
  expect(listed).toBe(1);
  change({ revision: 2 });
  await shared.agents.list();
  expect(listed).toBe(2);
});

test('runs are read again with every progress, and pages further back always', async () => {
  const { revisions, change } = createManualRevisions();
  const reads = createMemoryReads(createSampleArena());
  const asked: number[] = [];
  const list: typeof reads.runs.list = async (page) => {
    asked.push(page.offset);
    return reads.runs.list(page);
  };
  const shared = createSharedReads({ ...reads, runs: { ...reads.runs, list } }, revisions);
  const [latest] = await shared.runs.list({ limit: 1, offset: 0 });
  const [before] = await shared.runs.list({ limit: 1, offset: 1 });
  expect([latest?.date, before?.date, asked]).toEqual(['2026-03-03', '2026-03-02', [0]]);
  change({ progressRevision: 1 });
  await shared.runs.list({ limit: 1, offset: 0 });
  await shared.runs.list({ limit: 60, offset: 1 });
  expect(asked).toEqual([0, 0, 1]);
});

test('a read that failed is tried again at the next call', async () => {
  const { revisions } = createManualRevisions();
  const results = [() => Promise.reject(new Error('away')), async () => 'here'];
  const read = rememberPerRevision(revisions, 'revision', async () => (results.shift() ?? (async () => 'again'))());
  await expect(read()).rejects.toThrow('away');
  expect([await read(), await read()]).toEqual(['here', 'here']);
});

test.each([
  ['2026-03-03T20:00:00.000Z', '2026-03-03T22:00:00.000Z', 'an open event closes'],
  ['2026-03-03T22:00:00.000Z', '2026-03-04T00:00:00.000Z', 'the day ends'],
  ['2026-03-09T10:00:00.000Z', '2026-03-09T14:00:00.000Z', 'a match day becomes complete'],
])('at %s figures change next at %s: %s', async (now, expected) => {
  const reads = createMemoryReads(createSampleArena());
  expect((await findNextChange(reads, new Date(now))).toISOString()).toBe(expected);
});
