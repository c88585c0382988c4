import { isDocument, type Document } from '../values/bson-type.ts';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';
import { applyUpdate, type UpdateStatement } from './apply-update.ts';
import {
  readBooleanArgument,
  checkBooleans,
  checkCollation,
  checkHint,
  readCollectionName,
  readDocumentArgument,
  readDocumentsArgument,
} from './arguments.ts';
import type { CommandContext, CommandDefinition } from './command.ts';
import { checkBatch, checkStatementFields } from './write-batch.ts';
import { findOrCreateCollection, findCollectionForWriting, runStatements } from './write-rules.ts';

const statementFields = ['q', 'u', 'c', 'upsert', 'multi', 'hint', 'arrayFilters', 'collation', 'sort'];

export const updateCommand: CommandDefinition = {
  kind: 'write',
  inTransaction: true,
  required: ['updates'],
  fields: ['update', 'updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run: (context) => {
    checkBooleans(context.command, ['ordered', 'bypassDocumentValidation']);
    const name = readCollectionName(context.command);
    const statements = readDocumentsArgument(context.command, 'updates');
    checkBatch('updates', statements);
    for (const statement of statements) checkStatementFields('update.updates', statement, statementFields, ['q', 'u']);
    const inserts = statements.some((statement) => readBooleanArgument(statement, 'upsert', false));
    const collection = inserts ? findOrCreateCollection(context, name) : findCollectionForWriting(context, name);
    const upserted: Document[] = [];
    let matched = 0;
    let modified = 0;
    const errors = runStatements(context, statements, (statement, index) => {
      checkHint(statement, collection);
      const outcome = applyUpdate(context, collection, readStatement(context, statement));
      matched += outcome.matched;
      modified += outcome.modified;
      if (outcome.upsertedId !== undefined) upserted.push({ index, _id: outcome.upsertedId });
    });
    return {
      n: matched + upserted.length,
      nModified: modified,
      ...(upserted.length > 0 ? { upserted } : {}),
      ...(errors.length > 0 ? { writeErrors: errors } : {}),
      ok: 1,
    };
  },
};

function readStatement(context: CommandContext, statement: Document): UpdateStatement {
  checkCollation(statement);
  refuseArrayFilters(statement);
  const multi = readBooleanArgument(statement, 'multi', false);
  if (multi && statement['sort'] !== undefined) {
    throw new CommandError('FailedToParse', 'Cannot specify sort with multi=true');
  }
  const constants = readDocumentArgument(statement, 'c');
  if (statement['c'] !== undefined && !Array.isArray(statement['u'])) {
    throw new CommandError('Location51198', 'Constant values may only be specified for pipeline updates');
  }
  return {
    filter: readDocumentArgument(statement, 'q'),
    update: statement['u'],
    sort: readDocumentArgument(statement, 'sort'),
    multi,
    upsert: readBooleanArgument(statement, 'upsert', false),
    scope: { variables: { ...context.scope.variables, ...constants } },
  };
}

export function refuseArrayFilters(statement: Document): void {
  const filters = statement['arrayFilters'];
  if (filters === undefined || (Array.isArray(filters) && filters.length === 0)) return;
  if (isDocument(filters)) throw new CommandError('TypeMismatch', 'arrayFilters must be an array');
  throw createNotSupportedError('arrayFilters');
}
