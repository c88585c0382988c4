import type { Scope } from '../query/evaluate.ts';
import { compileExpression } from '../query/expression.ts';
import { checkVariableName } from '../query/variable-name.ts';
import type { Transaction } from '../sessions/transaction.ts';
import { createPlainAccess } from '../sessions/write-access.ts';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import type { Connection } from '../wire/wire-server.ts';
import { readStringArgument } from './arguments.ts';
import type { CommandContext } from './command.ts';
import type { Engine } from './engine.ts';

type ContextOptions = {
  readonly command: Document;
  readonly connection: Connection;
  readonly sessionKey: string | undefined;
  /** The transaction the command runs in, if any. */
  readonly transaction: Transaction | undefined;
};

/** Builds the context of a command. Throws InvalidNamespace for an impossible database name, TypeMismatch for a wrong `let`. */
export function createContext(engine: Engine, options: ContextOptions): CommandContext {
  const { command, connection, sessionKey, transaction } = options;
  const { store, locks, cursors } = engine;
  const now = engine.now();
  const database = readDatabaseName(command);
  return {
    store,
    locks,
    cursors,
    database,
    command,
    now,
    scope: buildScope(command, now),
    access: transaction?.access ?? createPlainAccess(store, locks),
    transaction,
    sessionKey,
    connection,
    find: (name) => transaction?.collections.find(database, name) ?? store.catalog.find(database, name),
    use: (collection) => {
      if (transaction === undefined || collection.id < 0) return;
      if (collection.sequence > transaction.owner.startSequence) throw createSnapshotUnavailableError(collection);
      locks.use(collection, transaction.owner);
    },
    openView: () =>
      transaction === undefined ? store.takeSnapshot() : { view: transaction.view(), release: () => undefined },
  };
}

/** The collection was created after the transaction began, so the transaction's snapshot lacks it. */
function createSnapshotUnavailableError({ database, name }: CollectionDefinition): CommandError {
  return new CommandError(
    'SnapshotUnavailable',
    `Unable to read from a snapshot due to pending collection catalog changes to ${database}.${name}; please retry the operation`,
    {
      labels: ['TransientTransactionError'],
    },
  );
}

function readDatabaseName(command: Document): string {
  const name = readStringArgument(command, '$db');
  if (/^[^\s/\\."$*<>:|?\0]{1,63}$/.test(name)) return name;
  throw new CommandError('InvalidNamespace', `Invalid database name: '${name}'`);
}

function buildScope(command: Document, now: Date): Scope {
  const bindings = command['let'];
  const base: Scope = { variables: { NOW: now } };
  if (bindings === undefined) return base;
  if (!isDocument(bindings)) throw new CommandError('TypeMismatch', "BSON field 'let' must be an object");
  const variables: Document = { NOW: now };
  for (const [name, expression] of Object.entries(bindings)) {
    variables[checkVariableName(name)] = compileExpression(expression, base)({ root: {}, current: {}, ...base });
  }
  return { variables };
}
