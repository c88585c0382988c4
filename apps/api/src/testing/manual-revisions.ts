import type { ArenaState } from '@coliseum/domain/arena-state';
import type { RevisionSource } from '../revisions/revision-source.ts';

/** Revisions and a clock that a test moves by hand. */
export function createManualRevisions() {
  let nowMs = Date.parse('2026-03-03T20:00:00.000Z');
  let confirmedAtMs = nowMs;
  let latest: ArenaState = { revision: 1, progressRevision: 0, changedAt: new Date(nowMs), reason: 'day_committed' };
  let served = latest;
  const clock = { now: () => new Date(nowMs) };
  const revisions: RevisionSource = {
    latest: () => latest,
    served: () => served,
    confirmedAt: () => new Date(confirmedAtMs),
  };
  return {
    clock,
    revisions,
    /** The database says that something changed; `serve` makes it what is served. */
    change: (change: Partial<ArenaState>) => (latest = { ...latest, ...change }),
    serve: () => (served = latest),
    /** Time goes by, and the database confirms that nothing changed. */
    wait: (ms: number) => (confirmedAtMs = nowMs += ms),
    /** Time goes by while the database is away. */
    loseDatabase: (ms: number) => (nowMs += ms),
  };
}
