import type { Document } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import { checkConcerns, checkFields, wantsJournal } from './command-checks.ts';
import type { Engine } from './engine.ts';
import { type SessionFields, sessionKeyOf } from './session-fields.ts';

/** Commands that end transactions and sessions; undefined when `name` is none of them. */
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
      checkConcerns(command, true);
      if (!session.inTransaction || session.sessionKey === undefined || session.number === undefined) {
        throw new CommandError('InvalidOptions', `${name} must be run within a transaction`);
      }
      const { sessionKey, number } = session;
      if (name === 'abortTransaction') engine.transactions.abort(sessionKey, number);
      else engine.transactions.commit(sessionKey, number, wantsJournal(command));
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
