import type { Plan } from '../query/plan.ts';
import type { CollectionDefinition } from './collection-definition.ts';
import type { Reader, StoredDocument } from './reader.ts';

/** What one reader sees: a state of the store, overlaid with the reader's own uncommitted writes. */
export type View = {
  readonly reader: Reader;
  /** The write sequence of the state. Indexes and collections created later are not in it. */
  readonly sequence: number;
  /** The reader's uncommitted writes to a collection. A body of `undefined` means removed. */
  readonly overlay: (collection: CollectionDefinition) => ReadonlyMap<number, Uint8Array | undefined> | undefined;
};

/** The documents that a plan leads to, each once. The reader's own writes come last and still have to be filtered and sorted. */
export function* readCandidates(view: View, collection: CollectionDefinition, plan: Plan): Iterable<StoredDocument> {
  const overlay = view.overlay(collection);
  for (const stored of readCommitted(view, collection, plan)) {
    if (overlay?.has(stored.rid) !== true) yield stored;
  }
  for (const [rid, body] of overlay ?? []) if (body !== undefined) yield { rid, body };
}

/** Whether candidates come in the order of a sorted plan. The reader's own writes are not in the index, so they break it. */
export function keepsOrder(view: View, collection: CollectionDefinition, plan: Plan): boolean {
  return plan.kind === 'index' && plan.sorted && (view.overlay(collection)?.size ?? 0) === 0;
}

function* readCommitted(view: View, collection: CollectionDefinition, plan: Plan): Iterable<StoredDocument> {
  if (collection.sequence > view.sequence) return;
  if (plan.kind === 'scan') {
    yield* view.reader.scan(collection);
    return;
  }
  const seen = plan.index.multikey ? new Set<number>() : undefined;
  const intervals = plan.reverse ? plan.intervals.toReversed() : plan.intervals;
  for (const interval of intervals) {
    for (const stored of view.reader.scanIndex(collection, plan.index, interval, plan.reverse)) {
      if (seen?.has(stored.rid) === true) continue;
      seen?.add(stored.rid);
      yield stored;
    }
  }
}
