import type { ArenaState } from '@coliseum/domain/arena-state';

/** Whether nothing that can be seen differs between two states. */
export function isSameRevision(one: ArenaState, other: ArenaState): boolean {
  return one.revision === other.revision && one.progressRevision === other.progressRevision;
}
