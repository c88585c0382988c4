import type { Clock } from '@coliseum/domain/clock';
import { onTestFinished } from 'vitest';
import { buildServer, type ServerOptions } from '../http/server.ts';
import { describeRevision } from '../live/live-feed.ts';
import { createLiveHub } from '../live/live-hub.ts';
import { createArenaQueries } from '../read-models/create-arena-queries.ts';
import { findNextChange } from '../revisions/find-next-change.ts';
import { createFixedRevisions } from './fixed-revisions.ts';
import { createMemoryReads } from './memory-reads.ts';
import { createRecordingLogger } from './recording-logger.ts';
import { createSampleArena } from './sample-arena.ts';

const clock: Clock = { now: () => new Date('2026-03-03T20:00:00.000Z') };

const reads = createMemoryReads(createSampleArena());
const revisions = createFixedRevisions(clock);

/** The queries of the sample arena, on the evening of its only match day. */
export const sampleQueries = createArenaQueries({
  reads,
  revisions,
  clock,
  exhibition: true,
  dailyRunAtUtc: '14:00',
  feeRule: 'gross-7',
});

/** Builds a server on the sample arena that does not listen. It is closed at the end of the test. */
export async function startServer(options: Partial<ServerOptions> = {}) {
  const { logger, text } = createRecordingLogger();
  const server = await buildServer({
    queries: sampleQueries,
    revisions,
    live: createLiveHub(describeRevision(revisions.latest())),
    findNextChange: (now) => findNextChange(reads, now),
    clock,
    logger,
    ping: async () => {},
    datasetDir: '/nowhere',
    corsOrigins: [],
    ...options,
  });
  onTestFinished(() => server.close());
  return { server, logText: text };
}
