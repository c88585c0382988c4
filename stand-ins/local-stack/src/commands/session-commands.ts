import type { Document } from '../values/bson-type.ts';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';
import { checkAdmin, checkFields } from './command-checks.ts';
import { checkConcerns, checkWriteConcern, wantsJournal } from './concerns.ts';
import type { Engine } from './engine.ts';
import { type SessionFields, toSessionKey } from './session-fields.ts';

/** Runs a command that ends transactions or sessions. Undefined when `name` is not one of them. */
export function runSessionCommand(
  engine: Engine,
  name: string,
  command: Document,
  session: SessionFields,
): Document | undefined {
  switch (name) {
    case 'commitTransaction':
    case 'abortTransaction': {
      checkFields(name, command, [name, 'recoveryToken']);
      checkAdmin(name, command);
      checkWriteConcern(command['writeConcern']);
      if (command['readConcern'] !== undefined) {
        throw new CommandError('InvalidOptions', `${name} does not support readConcern`);
      }
      if (!session.inTransaction || session.sessionKey === undefined || session.number === undefined) {
        throw new CommandError('CommandFailed', `${name} must be run within a transaction`);
      }
      if (session.starts) {
        throw new CommandError('OperationNotSupportedInTransaction', `Cannot start a transaction with ${name}`);
      }
      const { sessionKey, number } = session;
      if (name === 'abortTransaction') engine.transactions.abort(sessionKey, number);
      else engine.transactions.commit(sessionKey, number, wantsJournal(command));
      return { ok: 1 };
    }
    case 'endSessions':
    case 'killSessions': {
      checkFields(name, command, [name]);
      checkConcerns(name, command, 'plain', session);
      const keys = readSessionKeys(name, command);
      // Without a list MongoDB ends every session; the endpoint keeps no list of them.
      if (name === 'killSessions' && keys.length === 0) throw createNotSupportedError('killSessions without a session');
      engine.store.runAtomically(() => {
        for (const key of keys) endSession(engine, key);
      });
      return { ok: 1 };
    }
    case 'refreshSessions':
      checkFields(name, command, [name]);
      checkConcerns(name, command, 'plain', session);
      for (const key of readSessionKeys(name, command)) engine.sessions.touch(key, engine.now());
      return { ok: 1 };
    default:
      return undefined;
  }
}

function readSessionKeys(name: string, command: Document): readonly string[] {
  const ids: unknown = command[name];
  if (!Array.isArray(ids)) throw new CommandError('TypeMismatch', `BSON field '${name}.${name}' must be an array`);
  return ids.map(toSessionKey);
}

function endSession(engine: Engine, sessionKey: string): void {
  engine.transactions.drop(sessionKey);
  engine.cursors.closeOwnedBy({ sessionKey });
  engine.sessions.forget(sessionKey);
}
