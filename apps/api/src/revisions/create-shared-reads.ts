import type { ArenaReads } from '../read-models/arena-reads.ts';
import { rememberPerRevision } from './remember-per-revision.ts';
import type { RevisionSource } from './revision-source.ts';

/** The latest runs that are remembered. Whoever looks further back asks the database. */
const RUNS_REMEMBERED = 60;

/** Reads that ask the database once for each state of the data where their result is small and many answers need it. */
export function createSharedReads(reads: ArenaReads, revisions: Pick<RevisionSource, 'latest'>): ArenaReads {
  const listLatestRuns = rememberPerRevision(revisions, 'progress', () =>
    reads.runs.list({ limit: RUNS_REMEMBERED, offset: 0 }),
  );
  return {
    ...reads,
    arenaState: { get: async () => revisions.latest() },
    agents: { ...reads.agents, list: rememberPerRevision(revisions, 'revision', () => reads.agents.list()) },
    batches: {
      ...reads.batches,
      count: rememberPerRevision(revisions, 'revision', () => reads.batches.count()),
      findLatest: rememberPerRevision(revisions, 'revision', () => reads.batches.findLatest()),
    },
    events: {
      ...reads.events,
      listUnsettled: rememberPerRevision(revisions, 'revision', () => reads.events.listUnsettled()),
    },
    personas: {
      ...reads.personas,
      findActive: rememberPerRevision(revisions, 'revision', () => reads.personas.findActive()),
    },
    runs: {
      ...reads.runs,
      list: async (page) => {
        if (page.offset + page.limit > RUNS_REMEMBERED) return reads.runs.list(page);
        return (await listLatestRuns()).slice(page.offset, page.offset + page.limit);
      },
    },
  };
}
