import type { Scope } from '../query/evaluate.ts';
import { compileFilter } from '../query/filter.ts';
import { choosePlan } from '../query/plan.ts';
import { compareBy, parseSort } from '../query/sort-specification.ts';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { rememberBytes } from '../storage/stored-bytes.ts';
import { readCandidates, keepsOrder, type View } from '../storage/view.ts';
import type { Document } from '../values/bson-type.ts';
import { readDocument } from '../wire/message.ts';

export type Query = { readonly filter: Document; readonly sort: Document; readonly scope: Scope };

export type MatchedDocument = { readonly rid: number; readonly document: Document };

/** The documents that match, in the order of the sort. Read lazily where that order allows it. */
export function runQuery(view: View, collection: CollectionDefinition, query: Query): Iterable<MatchedDocument> {
  const matches = compileFilter(query.filter, query.scope);
  const sort = parseSort(query.sort);
  const plan = choosePlan(collection, query.filter, sort, view.sequence);
  const found = filterMatching(view, collection, plan, matches);
  if (sort.length === 0 || keepsOrder(view, collection, plan)) return found;
  const compare = compareBy(sort);
  return sortMatches(found, (left, right) => compare(left.document, right.document));
}

function* filterMatching(
  view: View,
  collection: CollectionDefinition,
  plan: ReturnType<typeof choosePlan>,
  matches: (document: Document) => boolean,
): Iterable<MatchedDocument> {
  for (const { rid, body } of readCandidates(view, collection, plan)) {
    const document = readDocument(body);
    if (matches(document)) yield { rid, document: rememberBytes(document, body) };
  }
}

function* sortMatches(
  found: Iterable<MatchedDocument>,
  compare: (left: MatchedDocument, right: MatchedDocument) => number,
): Iterable<MatchedDocument> {
  yield* Array.from(found).toSorted(compare);
}

export function* toDocuments(found: Iterable<MatchedDocument>): Iterable<Document> {
  for (const { document } of found) yield document;
}
