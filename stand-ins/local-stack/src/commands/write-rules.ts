import { ObjectId } from 'bson';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { checkId } from '../update/id-rules.ts';
import type { Document } from '../values/bson-type.ts';
import { createBadValueError, CommandError } from '../wire/command-error.ts';
import { readBooleanArgument } from './arguments.ts';
import type { CommandContext } from './command.ts';

/** The collection to write to, created if it is missing. One created in a transaction is visible to it alone until it commits. */
export function findOrCreateCollection(context: CommandContext, name: string): CollectionDefinition {
  const existing = findCollectionForWriting(context, name);
  if (existing !== undefined) return existing;
  if (context.transaction !== undefined) return context.transaction.collections.create(context.database, name, {});
  return context.store.catalog.create(context.database, name, {}, context.store.advanceSequence());
}

/** The collection to change, if it exists: only an insert creates one. */
export function findCollectionForWriting(context: CommandContext, name: string): CollectionDefinition | undefined {
  const existing = context.find(name);
  if (existing !== undefined) context.use(existing);
  return existing;
}

/** The document with `_id` first, a new one when it has none. Throws for an `_id` that MongoDB refuses. */
export function ensureId(document: Document): Document {
  const { _id: own, ...fields } = document;
  const id = Object.hasOwn(document, '_id') ? own : new ObjectId();
  checkId(id);
  for (const name of Object.keys(fields)) {
    if (name.startsWith('$')) {
      throw createBadValueError(`The field name '${name}' is not supported by the local stack: it starts with '$'`);
    }
  }
  return { _id: id, ...fields };
}

/** Throws DocumentValidationFailure when the collection's validator refuses the document. */
export function checkValidator(
  context: CommandContext,
  collection: CollectionDefinition,
  after: Document,
  before: Document | undefined,
): void {
  const { validator } = collection;
  if (validator === undefined || validator.level === 'off') return;
  if (readBooleanArgument(context.command, 'bypassDocumentValidation', false)) return;
  if (validator.matches(after)) return;
  if (validator.level === 'moderate' && before !== undefined && !validator.matches(before)) return;
  const broken = validator.explain?.(after) ?? [];
  throw new CommandError('DocumentValidationFailure', 'Document failed validation', {
    extra: {
      errInfo: {
        failingDocumentId: after['_id'],
        details: {
          operatorName: validator.explain === undefined ? 'filter' : '$jsonSchema',
          reason: broken.join('; '),
        },
      },
    },
  });
}

/**
 * Runs the statements of a write command one after the other and collects the failures. `ordered` stops at the first.
 * A write conflict ends the whole command, as it does the transaction.
 */
export function runStatements<T>(
  context: CommandContext,
  statements: readonly T[],
  run: (statement: T, index: number) => void,
): Document[] {
  const ordered = readBooleanArgument(context.command, 'ordered', true);
  const errors: Document[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      context.access.undoOnError(() => run(statement, index));
    } catch (error) {
      if (
        !(error instanceof CommandError) ||
        error.codeName === 'WriteConflict' ||
        error.codeName === 'OperationNotSupportedInTransaction'
      ) {
        throw error;
      }
      errors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (ordered || context.transaction !== undefined) break;
    }
  }
  return errors;
}
