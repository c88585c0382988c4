import { isTruthy } from '../query/truthiness.ts';
import { refuseOldNumber } from '../sessions/transactions.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import { EncodedReply } from '../wire/cursor-reply.ts';
import type { Connection } from '../wire/wire-server.ts';
import { checkFields, checkUse } from './command-checks.ts';
import type { CommandContext, CommandDefinition, Reply } from './command.ts';
import { buildWriteConcernError, checkConcerns, checkCreationLevel, readLevel, wantsJournal } from './concerns.ts';
import { createContext } from './create-context.ts';
import type { Engine } from './engine.ts';
import { runSessionCommand } from './session-commands.ts';
import { readSession, type SessionFields } from './session-fields.ts';

/** Runs one command, and says in the reply when its write concern cannot be met. Throws what it fails with. */
export function runCommand(engine: Engine, command: Document, connection: Connection): Reply {
  const reply = runChecked(engine, command, connection);
  const writeConcernError = buildWriteConcernError(command['writeConcern']);
  return writeConcernError === undefined || reply instanceof EncodedReply ? reply : { ...reply, writeConcernError };
}

/** Runs one command by its definition: at once, once per transaction number, or in its transaction. */
function runChecked(engine: Engine, command: Document, connection: Connection): Reply {
  const [name = ''] = Object.keys(command);
  const session = readSession(command);
  const special = runSessionCommand(engine, name, command, session);
  if (special !== undefined) return special;
  const definition = engine.commands.get(name);
  if (definition === undefined) throw new CommandError('CommandNotFound', `no such command: '${name}'`);
  checkFields(name, command, definition.fields);
  checkUse(name, command, definition);
  checkConcerns(name, command, definition.kind, session);
  if (!session.inTransaction && session.number !== undefined) checkRetryable(name, command, definition);
  if (session.inTransaction) return runInTransaction(engine, { name, command, definition, session, connection });
  const context = createContext(engine, {
    command,
    connection,
    sessionKey: session.sessionKey,
    transaction: undefined,
  });
  return runPlain(engine, { definition, session, context });
}

/** Only writes of single documents can be retried. Source: manual, "Retryable Writes". */
function checkRetryable(name: string, command: Document, { kind }: CommandDefinition): void {
  if (kind !== 'write') {
    throw new CommandError(
      'NotARetryableWriteCommand',
      `txnNumber may only be provided for multi-document transactions and retryable write commands. autocommit:false was not provided, and ${name} is not a retryable write command.`,
    );
  }
  const statements: readonly unknown[] = [command['updates'], command['deletes']].flat();
  if (statements.some((statement) => isDocument(statement) && isMany(statement))) {
    throw new CommandError('InvalidOptions', 'Cannot use retryable writes with multi=true or limit=0');
  }
}

function isMany(statement: Document): boolean {
  const { multi, limit } = statement;
  return (multi !== undefined && isTruthy(multi)) || (limit !== undefined && !isTruthy(limit));
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
    return engine.store.runAtomically(() => definition.run(context), wantsJournal(context.command));
  }
  return runRetryable(engine, { definition, context, sessionKey, number });
}

/** Does a write with a transaction number once. The same number again gets the first reply. */
function runRetryable(
  engine: Engine,
  run: { definition: CommandDefinition; context: CommandContext; sessionKey: string; number: number },
): Reply {
  const { definition, context, sessionKey, number } = run;
  const record = engine.sessions.find(sessionKey);
  const openNumber = engine.transactions.getOpenNumber(sessionKey);
  if (record?.transactionNumber === number && record.kind === 'write') return record.reply;
  if (record?.transactionNumber === number || openNumber === number) {
    throw new CommandError(
      'InvalidOptions',
      'Must specify autocommit=false on all operations of a multi-statement transaction.',
    );
  }
  refuseOldNumber(engine.sessions, sessionKey, number, openNumber);
  engine.transactions.drop(sessionKey);
  return engine.store.runAtomically(() => {
    const reply = definition.run(context);
    if (!(reply instanceof EncodedReply)) {
      engine.sessions.save(sessionKey, { transactionNumber: number, kind: 'write', reply }, context.now);
    }
    return reply;
  }, wantsJournal(context.command));
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
    if (!starts) engine.transactions.getCurrent(sessionKey, number);
    engine.transactions.drop(sessionKey);
    throw new CommandError(
      'OperationNotSupportedInTransaction',
      `Cannot run '${name}' in a multi-document transaction.`,
    );
  }
  const transaction = starts
    ? engine.transactions.begin(sessionKey, number, readLevel(command['readConcern']))
    : engine.transactions.getCurrent(sessionKey, number);
  try {
    if (definition.kind === 'catalog') checkCreationLevel(name, transaction.readLevel);
    const reply = definition.run(createContext(engine, { command, connection, sessionKey, transaction }));
    // A failed statement ends the transaction, whether it is reported as a command error or as a write error.
    if (!(reply instanceof EncodedReply) && reply['writeErrors'] !== undefined) engine.transactions.drop(sessionKey);
    return reply;
  } catch (error) {
    engine.transactions.drop(sessionKey);
    throw error;
  }
}
