import { buildInfoCommand, connectionStatusCommand, pingCommand, startSessionCommand } from './admin-commands.ts';
import { aggregateCommand } from './aggregate.ts';
import { collModCommand, createCommand, dropCommand, dropDatabaseCommand } from './collection-commands.ts';
import type { CommandDefinition } from './command.ts';
import { countCommand, distinctCommand } from './count.ts';
import { getMoreCommand, killCursorsCommand } from './cursor-commands.ts';
import { deleteCommand } from './delete.ts';
import { findAndModifyCommand } from './find-and-modify.ts';
import { findCommand } from './find.ts';
import { createHelloCommand } from './hello.ts';
import { createIndexesCommand, dropIndexesCommand, listIndexesCommand } from './index-commands.ts';
import { insertCommand } from './insert.ts';
import { listCollectionsCommand, listDatabasesCommand } from './list-commands.ts';
import { updateCommand } from './update.ts';

/** Every command by its name on the wire, except those that end transactions and sessions: see `session-commands.ts`. */
export function createCommandTable(): ReadonlyMap<string, CommandDefinition> {
  const hello = createHelloCommand();
  return new Map<string, CommandDefinition>([
    ['hello', hello],
    ['isMaster', hello],
    ['ismaster', hello],
    ['ping', pingCommand],
    ['buildInfo', buildInfoCommand],
    ['buildinfo', buildInfoCommand],
    ['connectionStatus', connectionStatusCommand],
    ['startSession', startSessionCommand],
    ['insert', insertCommand],
    ['update', updateCommand],
    ['delete', deleteCommand],
    ['find', findCommand],
    ['getMore', getMoreCommand],
    ['killCursors', killCursorsCommand],
    ['aggregate', aggregateCommand],
    ['count', countCommand],
    ['distinct', distinctCommand],
    ['findAndModify', findAndModifyCommand],
    ['findandmodify', findAndModifyCommand],
    ['create', createCommand],
    ['collMod', collModCommand],
    ['drop', dropCommand],
    ['dropDatabase', dropDatabaseCommand],
    ['createIndexes', createIndexesCommand],
    ['dropIndexes', dropIndexesCommand],
    ['deleteIndexes', dropIndexesCommand],
    ['listIndexes', listIndexesCommand],
    ['listCollections', listCollectionsCommand],
    ['listDatabases', listDatabasesCommand],
  ]);
}
