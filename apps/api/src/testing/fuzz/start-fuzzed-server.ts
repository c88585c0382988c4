import type { Clock } from '@coliseum/domain/clock';
import { createLogger } from '@coliseum/observability/logger';
import type { FastifyInstance } from 'fastify';
import { buildServer } from '../../http/server.ts';
import { describeRevision } from '../../live/live-feed.ts';
import { createLiveHub } from '../../live/live-hub.ts';
import { createArenaQueries } from '../../read-models/create-arena-queries.ts';
import { findNextChange } from '../../revisions/find-next-change.ts';
import { createFixedRevisions } from '../fixed-revisions.ts';
import { createMemoryReads } from '../memory-reads.ts';
import { createSampleSeason } from '../sample-season.ts';

const DAYS = 20;

/** A server on a season of twenty days that listens on a free port of this machine. */
export async function startFuzzedServer(): Promise<{ readonly server: FastifyInstance; readonly port: number }> {
  const clock: Clock = { now: () => new Date('2026-06-01T12:00:00.000Z') };
  const reads = createMemoryReads(createSampleSeason(DAYS));
  const revisions = createFixedRevisions(clock);
  const rules = { exhibition: true, dailyRunAtUtc: '14:00', feeRule: 'gross-7' } as const;
  const server = await buildServer({
    queries: createArenaQueries({ reads, revisions, clock, ...rules }),
    revisions,
    live: createLiveHub(describeRevision(revisions.latest())),
    findNextChange: (now) => findNextChange(reads, now),
    clock,
    // Nothing of the log is kept: it would be the heap that grows.
    logger: createLogger({ level: 'fatal', pretty: false }),
    ping: async () => {},
    datasetDir: '/nowhere',
    corsOrigins: [],
  });
  const url = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  return { server, port: Number(url.port) };
}
