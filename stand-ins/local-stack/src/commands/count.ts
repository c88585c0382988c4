import { Int32 } from 'bson';
import { compileFilter } from '../query/filter.ts';
import { getBsonType } from '../values/bson-type.ts';
import { compareValues } from '../values/compare.ts';
import { countItems } from '../values/count-items.ts';
import { encodeKey } from '../values/key-encoding.ts';
import { getValuesAt } from '../values/path.ts';
import { CommandError } from '../wire/command-error.ts';
import {
  checkCollation,
  checkHint,
  readCollectionName,
  readCountArgument,
  readDocumentArgument,
  readStringArgument,
} from './arguments.ts';
import type { CommandDefinition } from './command.ts';
import { toDocuments, runQuery } from './run-query.ts';

/** Not in a transaction: MongoDB refuses it there (263), where one counts with `$count` or `$group`. */
export const countCommand: CommandDefinition = {
  kind: 'read',
  inTransaction: false,
  fields: ['count', 'query', 'limit', 'skip', 'hint', 'collation'],
  run: (context) => {
    const { command, store, database, scope } = context;
    checkCollation(command);
    const filter = readDocumentArgument(command, 'query');
    const collection = store.catalog.find(database, readCollectionName(command));
    const skip = readCountArgument(command, 'skip') ?? 0;
    const limit = readCountArgument(command, 'limit') ?? 0;
    checkHint(command, collection);
    compileFilter(filter, scope);
    if (collection === undefined) return { n: new Int32(0), ok: 1 };
    const isAll = Object.keys(filter).length === 0;
    const query = { filter, sort: {}, scope };
    const count = isAll
      ? store.reader.count(collection)
      : countItems(runQuery(context.access.view(), collection, query));
    const afterSkip = Math.max(0, count - skip);
    return { n: new Int32(limit === 0 ? afterSkip : Math.min(limit, afterSkip)), ok: 1 };
  },
};

export const distinctCommand: CommandDefinition = {
  kind: 'read',
  inTransaction: true,
  required: ['key'],
  fields: ['distinct', 'key', 'query', 'hint', 'collation'],
  run: (context) => {
    const { command, scope } = context;
    checkCollation(command);
    const key = readStringArgument(command, 'key');
    if (key === '' || key.startsWith('$')) throw new CommandError('BadValue', `'${key}' is not a field path`);
    const filter = readDocumentArgument(command, 'query');
    const collection = context.find(readCollectionName(command));
    checkHint(command, collection);
    compileFilter(filter, scope);
    if (collection === undefined) return { values: [], ok: 1 };
    context.use(collection);
    const values = new Map<string, unknown>();
    for (const document of toDocuments(runQuery(context.access.view(), collection, { filter, sort: {}, scope }))) {
      for (const reached of getValuesAt(document, key.split('.'))) {
        for (const value of Array.isArray(reached) ? reached : [reached]) {
          if (getBsonType(value) !== 'undefined') values.set(encodeKey(value).toString('latin1'), value);
        }
      }
    }
    return { values: [...values.values()].toSorted(compareValues), ok: 1 };
  },
};
