import { Long } from 'bson';
import { bsonTypeOf } from '../values/bson-type.ts';
import { badValue, CommandError } from '../wire/command-error.ts';
import { countArgument, refuseFields, stringArgument } from './arguments.ts';
import type { CommandDefinition } from './command.ts';

export const getMoreCommand: CommandDefinition = {
  kind: 'plain',
  inTransaction: true,
  required: ['collection'],
  fields: ['getMore', 'collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
  run: ({ command, cursors, database, sessionKey, transaction }) => {
    refuseFields(command, ['term', 'lastKnownCommittedOpTime']);
    if (command['maxTimeMS'] !== undefined) {
      throw badValue('cannot set maxTimeMS on getMore command for a non-awaitData cursor');
    }
    const namespace = `${database}.${stringArgument(command, 'collection')}`;
    const batchSize = countArgument(command, 'batchSize') ?? 0;
    return cursors.next(
      cursorId(command['getMore']),
      namespace,
      batchSize === 0 ? Number.POSITIVE_INFINITY : batchSize,
      { sessionKey, transaction },
    );
  },
};

export const killCursorsCommand: CommandDefinition = {
  kind: 'plain',
  inTransaction: true,
  required: ['cursors'],
  fields: ['killCursors', 'cursors'],
  run: ({ command, cursors, database }) => {
    const ids: unknown = command['cursors'];
    if (!Array.isArray(ids)) {
      throw new CommandError('TypeMismatch', "BSON field 'killCursors.cursors' must be an array");
    }
    const namespace = `${database}.${stringArgument(command, 'killCursors')}`;
    const killed: unknown[] = [];
    const missing: unknown[] = [];
    for (const id of ids) (cursors.kill(cursorId(id), namespace) ? killed : missing).push(id);
    return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
  },
};

function cursorId(value: unknown): bigint {
  if (bsonTypeOf(value) === 'long' && value instanceof Long) return value.toBigInt();
  throw new CommandError('TypeMismatch', `A cursor id is a long, not of type '${bsonTypeOf(value)}'`);
}
