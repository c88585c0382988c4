import { Long } from 'bson';
import { getBsonType } from '../values/bson-type.ts';
import { createBadValueError, CommandError } from '../wire/command-error.ts';
import { readCountArgument, refuseFields, readStringArgument } from './arguments.ts';
import type { CommandDefinition } from './command.ts';

export const getMoreCommand: CommandDefinition = {
  kind: 'plain',
  inTransaction: true,
  required: ['collection'],
  fields: ['getMore', 'collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
  run: ({ command, cursors, database, sessionKey, transaction }) => {
    refuseFields(command, ['term', 'lastKnownCommittedOpTime']);
    if (command['maxTimeMS'] !== undefined) {
      throw createBadValueError('cannot set maxTimeMS on getMore command for a non-awaitData cursor');
    }
    const namespace = `${database}.${readStringArgument(command, 'collection')}`;
    const batchSize = readCountArgument(command, 'batchSize') ?? 0;
    return cursors.next(
      readCursorId(command['getMore']),
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
    const namespace = `${database}.${readStringArgument(command, 'killCursors')}`;
    const killed: unknown[] = [];
    const missing: unknown[] = [];
    for (const id of ids) (cursors.kill(readCursorId(id), namespace) ? killed : missing).push(id);
    return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
  },
};

function readCursorId(value: unknown): bigint {
  if (getBsonType(value) === 'long' && value instanceof Long) return value.toBigInt();
  throw new CommandError('TypeMismatch', `A cursor id is a long, not of type '${getBsonType(value)}'`);
}
