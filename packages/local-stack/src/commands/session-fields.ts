import { Binary } from 'bson';
import { type Document, isDocument } from '../values/bson-type.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';

/** What a command says about its session and transaction. */
export type SessionFields = {
  readonly sessionKey: string | undefined;
  readonly number: number | undefined;
  readonly inTransaction: boolean;
  readonly starts: boolean;
};

/** Reads what a command says about its session. Throws InvalidOptions for a transaction without session or number. */
export function readSession(command: Document): SessionFields {
  const sessionKey = command['lsid'] === undefined ? undefined : sessionKeyOf(command['lsid']);
  const number = command['txnNumber'] === undefined ? undefined : toSafeInteger(command['txnNumber']);
  const inTransaction = command['autocommit'] === false;
  if (inTransaction && (sessionKey === undefined || number === undefined)) {
    throw new CommandError('InvalidOptions', "'autocommit' field requires a session and a transaction number");
  }
  return { sessionKey, number, inTransaction, starts: command['startTransaction'] === true };
}

/** Key of a session: its id as text. Throws when `lsid` is no `{ id: UUID }`. */
export function sessionKeyOf(lsid: unknown): string {
  const id = isDocument(lsid) ? lsid['id'] : undefined;
  if (id instanceof Binary && id.sub_type === Binary.SUBTYPE_UUID && id.position === 16) {
    return Buffer.from(id.value()).toString('hex');
  }
  throw new CommandError('TypeMismatch', "BSON field 'lsid.id' must be a UUID");
}
