import type { ArenaState } from '@coliseum/domain/arena-state';
import type { RevisionSource } from './revision-source.ts';
import { isSameRevision } from './same-revision.ts';

/** Which part of the state a read depends on. */
type Scope = 'revision' | 'progress';

/**
 * A read that asks the database once for each state of the data; calls meanwhile share it. A read that fails is not kept:
 * the next call tries again.
 */
export function rememberPerRevision<T>(
  revisions: Pick<RevisionSource, 'latest'>,
  scope: Scope,
  read: () => Promise<T>,
): () => Promise<T> {
  let last: { readonly state: ArenaState; readonly value: Promise<T> } | null = null;
  return () => {
    const state = revisions.latest();
    if (last !== null && isUnchanged(last.state, state, scope)) return last.value;
    const value = read();
    const started = { state, value };
    last = started;
    value.catch(() => {
      if (last === started) last = null;
    });
    return value;
  };
}

function isUnchanged(before: ArenaState, now: ArenaState, scope: Scope): boolean {
  return scope === 'progress' ? isSameRevision(before, now) : before.revision === now.revision;
}
