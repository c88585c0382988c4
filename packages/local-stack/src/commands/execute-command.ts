import type { Scope } from '../query/expression.ts';
import { compileExpression } from '../query/expression.ts';
import type { Locks } from '../sessions/locks.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Transaction } from '../sessions/transaction.ts';
import { refuseOldNumber, type Transactions } from '../sessions/transactions.ts';
import { createPlainAccess, LockedByTransaction } from '../sessions/write-access.ts';
import type { Store } from '../storage/store.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { EncodedReply } from '../wire/cursor-reply.ts';
import type { Connection } from '../wire/wire-server.ts';
import { sessionKeyOf } from './admin-commands.ts';
import { countArgument, stringArgument } from './arguments.ts';
import { checkConcerns, checkFields } from './command-checks.ts';
import type { CommandContext, CommandDefinition, Reply } from './command.ts';
import type { Cursors } from './cursors.ts';

export type Engine = {
  readonly store: Store;
  readonly locks: Locks;
  readonly sessions: SessionStore;
  readonly transactions: Transactions;
  readonly cursors: Cursors;
  readonly commands: ReadonlyMap<string, CommandDefinition>;
  readonly now: () => Date;
};

/** What a command says about its session and transaction. */
type SessionFields = {
  readonly sessionKey: string | undefined;
  readonly number: number | undefined;
  readonly inTransaction: boolean;
  readonly starts: boolean;
};

/** Runs one command and answers as MongoDB would, errors included. */
export async function executeCommand(engine: Engine, command: Document, connection: Connection): Promise<Reply> {
  try {
    const deadline = deadlineOf(engine, command);
    for (;;) {
      try {
        return runOnce(engine, command, connection);
      } catch (error) {
        if (!(error instanceof LockedByTransaction)) throw error;
        await waitUntil(error.ended, deadline);
      }
    }
  } catch (error) {
    return errorReply(error instanceof CommandError ? error : unexpected(error));
  }
}

function deadlineOf(engine: Engine, command: Document): number | undefined {
  const maxTimeMs = countArgument(command, 'maxTimeMS') ?? 0;
  return maxTimeMs === 0 ? undefined : engine.now().getTime() + maxTimeMs;
}

async function waitUntil(ended: Promise<void>, deadline: number | undefined): Promise<void> {
  if (deadline === undefined) return ended;
  const expired = new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(expired), Math.max(0, deadline - Date.now()));
  try {
    await Promise.race([ended, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A fault of ours: told to the client as MongoDB tells its own, rather than by a lost connection. */
function unexpected(error: unknown): CommandError {
  return new CommandError('InternalError', error instanceof Error ? error.message : String(error));
}

export function errorReply(error: CommandError): Document {
  const labels = error.labels.length > 0 ? { errorLabels: error.labels } : {};
  return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra, ...labels };
}

function runOnce(engine: Engine, command: Document, connection: Connection): Reply {
  const [name = ''] = Object.keys(command);
  const session = readSession(command);
  const special = runSessionCommand(engine, name, command, session);
  if (special !== undefined) return special;
  const definition = engine.commands.get(name);
  if (definition === undefined) throw new CommandError('CommandNotFound', `no such command: '${name}'`);
  checkFields(name, command, definition.fields);
  checkConcerns(command, session.inTransaction);
  if (session.inTransaction) return runInTransaction(engine, { name, command, definition, session, connection });
  const context = createContext(engine, command, session, undefined, connection);
  return runPlain(engine, { definition, session, context });
}

function readSession(command: Document): SessionFields {
  const sessionKey = command['lsid'] === undefined ? undefined : sessionKeyOf(command['lsid']);
  const number = command['txnNumber'] === undefined ? undefined : toSafeInteger(command['txnNumber']);
  const inTransaction = command['autocommit'] === false;
  if (inTransaction && (sessionKey === undefined || number === undefined)) {
    throw new CommandError('InvalidOptions', "'autocommit' field requires a session and a transaction number");
  }
  return { sessionKey, number, inTransaction, starts: command['startTransaction'] === true };
}

/** Commands that end transactions and sessions; undefined when `name` is none of them. */
function runSessionCommand(
  engine: Engine,
  name: string,
  command: Document,
  session: SessionFields,
): Document | undefined {
  switch (name) {
    case 'commitTransaction':
    case 'abortTransaction': {
      checkFields(name, command, [name, 'recoveryToken']);
      checkConcerns(command, true);
      if (!session.inTransaction || session.sessionKey === undefined || session.number === undefined) {
        throw new CommandError('InvalidOptions', `${name} must be run within a transaction`);
      }
      if (name === 'commitTransaction') engine.transactions.commit(session.sessionKey, session.number);
      else engine.transactions.abort(session.sessionKey, session.number);
      return { ok: 1 };
    }
    case 'endSessions':
    case 'killSessions': {
      checkFields(name, command, [name]);
      const ids: unknown = command[name];
      engine.store.atomically(() => {
        for (const lsid of Array.isArray(ids) ? ids : []) endSession(engine, sessionKeyOf(lsid));
      });
      return { ok: 1 };
    }
    case 'refreshSessions':
      checkFields(name, command, [name]);
      return { ok: 1 };
    default:
      return undefined;
  }
}

function endSession(engine: Engine, sessionKey: string): void {
  engine.transactions.drop(sessionKey);
  engine.cursors.closeOf({ sessionKey });
  engine.sessions.forget(sessionKey);
}

function createContext(
  engine: Engine,
  command: Document,
  session: SessionFields,
  transaction: Transaction | undefined,
  connection: Connection,
): CommandContext {
  const { store, locks, cursors } = engine;
  const now = engine.now();
  return {
    store,
    locks,
    cursors,
    database: databaseName(command),
    command,
    now,
    scope: scopeOf(command, now),
    access: transaction?.access ?? createPlainAccess(store, locks),
    transaction,
    sessionKey: session.sessionKey,
    connection,
    use: (collection) => {
      if (transaction !== undefined) locks.use(collection, transaction.owner);
    },
    openView: () =>
      transaction === undefined ? store.takeSnapshot() : { view: transaction.view(), release: () => undefined },
  };
}

function databaseName(command: Document): string {
  const name = stringArgument(command, '$db');
  if (/^[^\s/\\."$*<>:|?\0]{1,63}$/.test(name)) return name;
  throw new CommandError('InvalidNamespace', `Invalid database name: '${name}'`);
}

function scopeOf(command: Document, now: Date): Scope {
  const bindings = command['let'];
  const base: Scope = { variables: { NOW: now } };
  if (bindings === undefined) return base;
  if (!isDocument(bindings)) throw new CommandError('TypeMismatch', "BSON field 'let' must be an object");
  const variables: Document = { NOW: now };
  for (const [name, expression] of Object.entries(bindings)) {
    variables[name] = compileExpression(expression, base)({ root: {}, current: {}, ...base });
  }
  return { variables };
}

type PlainRun = {
  readonly definition: CommandDefinition;
  readonly session: SessionFields;
  readonly context: CommandContext;
};

function runPlain(engine: Engine, { definition, session, context }: PlainRun): Reply {
  const { kind } = definition;
  if (kind === 'read' || kind === 'plain') return definition.run(context);
  const { sessionKey, number } = session;
  if (kind === 'catalog' || sessionKey === undefined || number === undefined) {
    return engine.store.atomically(() => definition.run(context));
  }
  return runRetryable(engine, { definition, context, sessionKey, number });
}

/** A write with a transaction number is done once; the same number again gets the answer of the first time. */
function runRetryable(
  engine: Engine,
  run: { definition: CommandDefinition; context: CommandContext; sessionKey: string; number: number },
): Reply {
  const { definition, context, sessionKey, number } = run;
  const record = engine.sessions.find(sessionKey);
  if (record?.kind === 'write' && record.transactionNumber === number) return record.reply;
  refuseOldNumber(engine.sessions, sessionKey, number, undefined);
  engine.transactions.drop(sessionKey);
  return engine.store.atomically(() => {
    const reply = definition.run(context);
    if (!(reply instanceof EncodedReply)) {
      engine.sessions.save(sessionKey, { transactionNumber: number, kind: 'write', reply }, context.now);
    }
    return reply;
  });
}

type TransactionRun = {
  name: string;
  command: Document;
  definition: CommandDefinition;
  session: SessionFields;
  connection: Connection;
};

function runInTransaction(engine: Engine, { name, command, definition, session, connection }: TransactionRun): Reply {
  const { sessionKey = '', number = -1, starts } = session;
  if (!definition.inTransaction) {
    if (!starts) engine.transactions.current(sessionKey, number);
    engine.transactions.drop(sessionKey);
    throw new CommandError(
      'OperationNotSupportedInTransaction',
      `Cannot run '${name}' in a multi-document transaction.`,
    );
  }
  const transaction = starts
    ? engine.transactions.begin(sessionKey, number)
    : engine.transactions.current(sessionKey, number);
  try {
    const reply = definition.run(createContext(engine, command, session, transaction, connection));
    // A statement that failed ends the transaction, whether it is told as a command error or as a write error.
    if (!(reply instanceof EncodedReply) && reply['writeErrors'] !== undefined) engine.transactions.drop(sessionKey);
    return reply;
  } catch (error) {
    engine.transactions.drop(sessionKey);
    throw error;
  }
}
