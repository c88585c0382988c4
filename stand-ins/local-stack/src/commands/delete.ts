import type { Document } from '../values/bson-type.ts';
import { toNumber } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import {
  checkCollation,
  checkHint,
  readCollectionName,
  readDocumentArgument,
  readDocumentsArgument,
} from './arguments.ts';
import type { CommandContext, CommandDefinition } from './command.ts';
import { runQuery } from './run-query.ts';
import { checkBatch, checkStatementFields } from './write-batch.ts';
import { runStatements } from './write-rules.ts';

export const deleteCommand: CommandDefinition = {
  kind: 'write',
  inTransaction: true,
  required: ['deletes'],
  fields: ['delete', 'deletes', 'ordered', 'let'],
  run: (context) => {
    const name = readCollectionName(context.command);
    const statements = readDocumentsArgument(context.command, 'deletes');
    checkBatch('deletes', statements);
    for (const statement of statements) {
      checkStatementFields('delete.deletes', statement, ['q', 'limit', 'hint', 'collation'], ['q', 'limit']);
    }
    let removed = 0;
    const errors = runStatements(context, statements, (statement) => {
      removed += removeMatching(context, name, statement);
    });
    return { n: removed, ...(errors.length > 0 ? { writeErrors: errors } : {}), ok: 1 };
  },
};

function removeMatching(context: CommandContext, name: string, statement: Document): number {
  checkCollation(statement);
  const limit = toNumber(statement['limit']);
  if (limit !== 0 && limit !== 1) {
    throw new CommandError('FailedToParse', 'The limit field in delete objects must be 0 or 1');
  }
  const collection = context.find(name);
  checkHint(statement, collection);
  if (collection === undefined) return 0;
  context.use(collection);
  const query = { filter: readDocumentArgument(statement, 'q'), sort: {}, scope: context.scope };
  const found = [];
  for (const match of runQuery(context.access.view(), collection, query)) {
    found.push(match);
    if (limit === 1) break;
  }
  for (const { rid, document: before } of found) {
    context.access.put({ collection, rid, before, after: undefined, body: undefined });
  }
  return found.length;
}
