import type { Scope } from '../query/evaluate.ts';
import { compileFilter } from '../query/filter.ts';
import { serializeDocument } from '../sessions/write-access.ts';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { toBytes } from '../storage/stored-bytes.ts';
import { buildReplacementBase, buildUpsertBase } from '../update/build-upsert-base.ts';
import { compileUpdate, type Update } from '../update/compile-update.ts';
import type { Document } from '../values/bson-type.ts';
import { compareBytes } from '../values/compare.ts';
import { CommandError } from '../wire/command-error.ts';
import { readDocument } from '../wire/message.ts';
import type { CommandContext } from './command.ts';
import { type MatchedDocument, runQuery } from './run-query.ts';
import { checkValidator, ensureId } from './write-rules.ts';

export type UpdateStatement = {
  readonly filter: Document;
  readonly update: unknown;
  readonly sort: Document;
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly scope: Scope;
};

export type UpdateOutcome = {
  readonly matched: number;
  readonly modified: number;
  /** The first document, before and after the update. */
  readonly before: Document | undefined;
  readonly after: Document | undefined;
  readonly upsertedId: unknown;
};

const UNCHANGED: UpdateOutcome = {
  matched: 0,
  modified: 0,
  before: undefined,
  after: undefined,
  upsertedId: undefined,
};

/** Updates the documents that match, or inserts one when none does and `upsert` says so. */
export function applyUpdate(
  context: CommandContext,
  collection: CollectionDefinition | undefined,
  statement: UpdateStatement,
): UpdateOutcome {
  const update = compileUpdate(statement.update, statement.scope);
  if (statement.multi && update.kind === 'replacement') {
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  if (collection === undefined) {
    // A mistake in the filter is reported even when there is nothing to find.
    compileFilter(statement.filter, statement.scope);
    return UNCHANGED;
  }
  // All matches are found before the first is changed, so that none is updated twice.
  const found = takeMatches(runQuery(context.access.view(), collection, statement), statement.multi);
  if (found.length === 0 && statement.upsert) return insertUpserted(context, collection, statement, update);
  let modified = 0;
  let first: { before: Document; after: Document } | undefined;
  for (const { rid, document: before } of found) {
    const stored = toBytes(before);
    // The document as it was is still needed, so an update that reaches into its values works on a copy.
    const own = update.changesInside ? readDocument(stored) : { ...before };
    const after = update.apply(own, { now: context.now, isInsert: false });
    const body = serializeDocument(after);
    first ??= { before, after };
    if (compareBytes(stored, body) === 0) continue;
    checkValidator(context, collection, after, before);
    context.access.put({ collection, rid, before, after, body });
    modified += 1;
  }
  return { matched: found.length, modified, before: first?.before, after: first?.after, upsertedId: undefined };
}

function takeMatches(found: Iterable<MatchedDocument>, multi: boolean): MatchedDocument[] {
  if (multi) return [...found];
  for (const first of found) return [first];
  return [];
}

function insertUpserted(
  context: CommandContext,
  collection: CollectionDefinition,
  statement: UpdateStatement,
  update: Update,
): UpdateOutcome {
  const { filter } = statement;
  const base = update.kind === 'replacement' ? buildReplacementBase(filter) : buildUpsertBase(filter);
  const after = ensureId(update.apply(base, { now: context.now, isInsert: true }));
  checkValidator(context, collection, after, undefined);
  context.access.put({
    collection,
    rid: context.store.allocateRid(collection),
    before: undefined,
    after,
    body: serializeDocument(after),
  });
  return { matched: 0, modified: 0, before: undefined, after, upsertedId: after['_id'] };
}
