import type { Environment } from '@coliseum/config/environment';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import type { Database } from '@coliseum/db/database';
import { systemClock } from '@coliseum/domain/clock';
import type { Logger } from '@coliseum/observability/logger';
import { createLiveFeed, describeRevision } from './live/live-feed.ts';
import { createLiveHub } from './live/live-hub.ts';
import { createArenaQueries } from './read-models/create-arena-queries.ts';
import { createSharedReads } from './revisions/create-shared-reads.ts';
import { findNextChange } from './revisions/find-next-change.ts';
import { startRevisionWatch } from './revisions/revision-watch.ts';

type ArenaDependencies = {
  readonly database: Database;
  readonly environment: Environment;
  readonly logger: Logger;
};

/** What the server serves: the queries, the state of the data they are answered from, and what happens live. */
export async function openArena({ database, environment, logger }: ArenaDependencies) {
  const clock = systemClock;
  const revisions = await startRevisionWatch({
    read: () => database.arenaState.get(),
    clock,
    onError: (error) => logger.warn({ err: error }, 'state of the data unreadable'),
  });
  const reads = createSharedReads(database, revisions);
  const live = createLiveHub(describeRevision(revisions.latest()));
  const feed = await createLiveFeed(reads);
  revisions.afterServing(async (change) => live.publish(await feed.describe(change)));
  const queries = createArenaQueries({
    reads,
    revisions,
    clock,
    exhibition: resolveServiceModes(environment).exhibition,
    dailyRunAtUtc: environment.dailyRunAtUtc,
    feeRule: environment.feeRule,
  });
  return { queries, revisions, live, clock, findNextChange: (now: Date) => findNextChange(reads, now) };
}
