import type { Clock } from '@coliseum/domain/clock';
import type { ProcedureDependencies } from '../http/open-answers.ts';

/** Revisions of data that never changes, with a database that always answers. */
export function createFixedRevisions(clock: Clock): ProcedureDependencies['revisions'] {
  const state = { revision: 1, progressRevision: 0, changedAt: clock.now(), reason: 'day_committed' } as const;
  return { latest: () => state, served: () => state, confirmedAt: () => clock.now(), beforeServing: () => {} };
}

/** Revisions of data that may be another each time one looks: nothing is remembered. */
export function createChangingRevisions(clock: Clock): ProcedureDependencies['revisions'] {
  const fixed = createFixedRevisions(clock);
  let revision = 0;
  return { ...fixed, latest: () => ({ ...fixed.latest(), revision: (revision += 1) }) };
}
