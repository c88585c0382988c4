import type { Document } from '../values/bson-type.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { sessionKeyOf } from './admin-commands.ts';

/** What a command says about its session and transaction. */
export type SessionFields = {
  readonly sessionKey: string | undefined;
  readonly number: number | undefined;
  readonly inTransaction: boolean;
  readonly starts: boolean;
};

export function readSession(command: Document): SessionFields {
  const sessionKey = command['lsid'] === undefined ? undefined : sessionKeyOf(command['lsid']);
  const number = command['txnNumber'] === undefined ? undefined : toSafeInteger(command['txnNumber']);
  const inTransaction = command['autocommit'] === false;
  if (inTransaction && (sessionKey === undefined || number === undefined)) {
    throw new CommandError('InvalidOptions', "'autocommit' field requires a session and a transaction number");
  }
  return { sessionKey, number, inTransaction, starts: command['startTransaction'] === true };
}
