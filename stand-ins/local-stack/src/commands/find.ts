import { skipFirst, takeFirst } from '../pipeline/pipeline.ts';
import { compileProjection } from '../pipeline/projection.ts';
import { compileFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort-specification.ts';
import type { Document } from '../values/bson-type.ts';
import {
  readBooleanArgument,
  checkBooleans,
  checkCollation,
  checkHint,
  readCollectionName,
  readCountArgument,
  readDocumentArgument,
  refuseFields,
} from './arguments.ts';
import type { CommandContext, CommandDefinition } from './command.ts';
import { FIRST_BATCH } from './cursors.ts';
import { toDocuments, runQuery } from './run-query.ts';

export const findCommand: CommandDefinition = {
  kind: 'read',
  inTransaction: true,
  fields: [
    'find',
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'let',
    'collation',
    'noCursorTimeout',
    'allowDiskUse',
    'allowPartialResults',
    'returnKey',
    'showRecordId',
    'tailable',
    'awaitData',
    'min',
    'max',
    'oplogReplay',
  ],
  run: (context) => {
    const { command, database } = context;
    refuseFields(command, ['returnKey', 'showRecordId', 'tailable', 'awaitData', 'min', 'max', 'noCursorTimeout']);
    checkBooleans(command, ['allowDiskUse', 'allowPartialResults', 'oplogReplay']);
    checkCollation(command);
    const name = readCollectionName(command);
    const limit = readCountArgument(command, 'limit') ?? 0;
    const batchSize = readCountArgument(command, 'batchSize') ?? FIRST_BATCH;
    const singleBatch = readBooleanArgument(command, 'singleBatch', false);
    const { view, release } = context.openView();
    try {
      const documents = findDocuments(context, name, view, limit);
      const source = {
        namespace: `${database}.${name}`,
        documents,
        sessionKey: context.sessionKey,
        transaction: context.transaction,
        release,
      };
      return context.cursors.open(source, batchSize, singleBatch);
    } catch (error) {
      release();
      throw error;
    }
  },
};

function findDocuments(
  context: CommandContext,
  name: string,
  view: ReturnType<CommandContext['openView']>['view'],
  limit: number,
): Iterable<Document> {
  const { command, scope } = context;
  const query = { filter: readDocumentArgument(command, 'filter'), sort: readDocumentArgument(command, 'sort'), scope };
  const project = buildProjection(context);
  const collection = context.find(name);
  checkHint(command, collection);
  if (collection === undefined) {
    // A mistake in the query is reported even when there is nothing to find.
    compileFilter(query.filter, scope);
    parseSort(query.sort);
    return [];
  }
  context.use(collection);
  const found = toDocuments(runQuery(view, collection, query));
  const skipped = skipFirst(found, readCountArgument(command, 'skip') ?? 0);
  const limited = limit === 0 ? skipped : takeFirst(skipped, limit);
  return project === undefined ? limited : mapDocuments(limited, project);
}

function buildProjection({ command, scope }: CommandContext): ((document: Document) => Document) | undefined {
  const projection = readDocumentArgument(command, 'projection');
  return Object.keys(projection).length === 0 ? undefined : compileProjection(projection, scope);
}

function* mapDocuments(documents: Iterable<Document>, change: (document: Document) => Document): Iterable<Document> {
  for (const document of documents) yield change(document);
}
