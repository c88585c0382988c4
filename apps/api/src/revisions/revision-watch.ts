import type { ArenaState } from '@coliseum/domain/arena-state';
import type { Clock } from '@coliseum/domain/clock';
import type { RevisionSource } from './revision-source.ts';
import { isSameRevision } from './same-revision.ts';

/** How often the revision is read. */
const READ_EVERY_MS = 1_000;

export type RevisionChange = { readonly before: ArenaState; readonly after: ArenaState };

type ChangeListener = (change: RevisionChange) => Promise<void>;

export type RevisionWatch = RevisionSource & {
  /** Calls `work` for every new state before it is served. What it throws is reported and holds nothing up. */
  readonly beforeServing: (work: ChangeListener) => void;
  /** Calls `work` for every new state once it is served. */
  readonly afterServing: (work: ChangeListener) => void;
  /** Reads the revision now, as when the server says that it changed. Never throws. */
  readonly check: () => Promise<void>;
  readonly stop: () => void;
};

type WatchDependencies = {
  readonly read: () => Promise<ArenaState>;
  readonly clock: Clock;
  /** Told of reads and preparations that failed. */
  readonly onError: (error: unknown) => void;
  readonly readEveryMs?: number;
};

/**
 * Watches the revision with one small read a second, so that no request has to ask the database whether anything changed.
 * Throws what the first read throws.
 */
export async function startRevisionWatch(dependencies: WatchDependencies): Promise<RevisionWatch> {
  const { read, clock, onError, readEveryMs = READ_EVERY_MS } = dependencies;
  const before: ChangeListener[] = [];
  const after: ChangeListener[] = [];
  const callAll = async (listeners: readonly ChangeListener[], change: RevisionChange): Promise<void> => {
    for (const listener of listeners) await listener(change).catch(onError);
  };
  let latest = await read();
  let served = latest;
  let confirmedAt = clock.now();

  const readLatest = shareCalls(async () => {
    const askedAt = clock.now();
    latest = await read();
    confirmedAt = askedAt;
  });
  const serveLatest = shareCalls(async () => {
    while (!isSameRevision(latest, served)) {
      const change = { before: served, after: latest };
      await callAll(before, change);
      served = change.after;
      await callAll(after, change);
    }
  });
  const check = async (): Promise<void> => {
    try {
      await readLatest();
      await serveLatest();
    } catch (error) {
      onError(error);
    }
  };

  const timer = setInterval(() => void check(), readEveryMs);
  return {
    latest: () => latest,
    served: () => served,
    confirmedAt: () => confirmedAt,
    beforeServing: (work) => void before.push(work),
    afterServing: (work) => void after.push(work),
    check,
    stop: () => clearInterval(timer),
  };
}

/** Calls during a run get the result of that run. */
function shareCalls(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= run().finally(() => (running = null)));
}
