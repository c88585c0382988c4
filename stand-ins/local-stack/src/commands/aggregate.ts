import { compilePipeline } from '../pipeline/pipeline.ts';
import type { Scope } from '../query/evaluate.ts';
import { compileFilter } from '../query/filter.ts';
import type { View } from '../storage/view.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { createBadValueError, CommandError, createNotSupportedError } from '../wire/command-error.ts';
import {
  readBatchSizeArgument,
  checkBooleans,
  checkCollation,
  checkHint,
  readCollectionName,
  refuseFields,
} from './arguments.ts';
import type { CommandContext, CommandDefinition } from './command.ts';
import { toDocuments, runQuery } from './run-query.ts';

export const aggregateCommand: CommandDefinition = {
  kind: 'read',
  inTransaction: true,
  required: ['pipeline'],
  fields: [
    'aggregate',
    'pipeline',
    'cursor',
    'let',
    'hint',
    'collation',
    'allowDiskUse',
    'explain',
    'bypassDocumentValidation',
  ],
  run: (context) => {
    const { command, database } = context;
    refuseFields(command, ['explain']);
    checkCollation(command);
    checkBooleans(command, ['allowDiskUse', 'bypassDocumentValidation']);
    if (typeof command['aggregate'] !== 'string') throw createNotSupportedError('An aggregation over a database');
    const name = readCollectionName(command);
    const batchSize = readRequiredBatchSize(command);
    const { view, release } = context.openView();
    try {
      const documents = aggregateDocuments(context, name, view);
      const source = {
        namespace: `${database}.${name}`,
        documents,
        sessionKey: context.sessionKey,
        transaction: context.transaction,
        release,
      };
      return context.cursors.open(source, batchSize);
    } catch (error) {
      release();
      throw error;
    }
  },
};

function readRequiredBatchSize(command: Document): number {
  if (command['cursor'] === undefined) {
    throw new CommandError(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  }
  return readBatchSizeArgument(command);
}

function aggregateDocuments(context: CommandContext, name: string, view: View): Iterable<Document> {
  const stages: unknown = context.command['pipeline'];
  if (!Array.isArray(stages)) throw new CommandError('TypeMismatch', "'pipeline' option must be specified as an array");
  const read = (collection: string, filter: Document, scope: Scope): Iterable<Document> =>
    readCollection(context, view, collection, { filter, sort: {}, scope });
  const { filter, sort, rest } = splitLeadingQuery(stages);
  checkHint(context.command, context.find(name));
  const run = compilePipeline(rest, { scope: context.scope, read });
  return run(readCollection(context, view, name, { filter, sort, scope: context.scope }));
}

function readCollection(
  context: CommandContext,
  view: View,
  name: string,
  query: { filter: Document; sort: Document; scope: Scope },
): Iterable<Document> {
  const collection = context.find(name);
  if (collection === undefined) {
    compileFilter(query.filter, query.scope);
    return [];
  }
  context.use(collection);
  return toDocuments(runQuery(view, collection, query));
}

/** Splits off the query that indexes can serve: the leading `$match` stages and a `$sort` after them. */
function splitLeadingQuery(stages: readonly unknown[]): { filter: Document; sort: Document; rest: readonly unknown[] } {
  const filters: Document[] = [];
  let position = 0;
  for (; position < stages.length; position += 1) {
    const match = findOperand(stages[position], '$match');
    if (match === undefined) break;
    filters.push(match);
  }
  const sort = findOperand(stages[position], '$sort');
  if (sort !== undefined && Object.keys(sort).length === 0) {
    throw createBadValueError('$sort stage must have at least one sort key');
  }
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  return { filter, sort: sort ?? {}, rest: stages.slice(sort === undefined ? position : position + 1) };
}

function findOperand(stage: unknown, name: string): Document | undefined {
  if (!isDocument(stage) || Object.keys(stage).length !== 1) return undefined;
  const operand = stage[name];
  return isDocument(operand) ? operand : undefined;
}
