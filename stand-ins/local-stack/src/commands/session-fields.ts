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

/** Reads what a command says about its session. Throws InvalidOptions where one field needs another, or says "no". */
export function readSession(command: Document): SessionFields {
  const { lsid, txnNumber, autocommit, startTransaction } = command;
  const sessionKey = lsid === undefined ? undefined : toSessionKey(lsid);
  const number = txnNumber === undefined ? undefined : toSafeInteger(txnNumber);
  if (txnNumber !== undefined) {
    if (sessionKey === undefined) {
      throw createInvalidOptionsError('Transaction number requires a session ID to also be specified');
    }
    if (number === undefined || number < 0) {
      throw createInvalidOptionsError('Transaction number has to be a whole number of at least 0');
    }
  }
  if (autocommit !== undefined) {
    if (autocommit !== false) throw createInvalidOptionsError('Specifying autocommit=true is not allowed.');
    if (number === undefined) {
      throw createInvalidOptionsError("'autocommit' field requires a transaction number to also be specified");
    }
  }
  if (startTransaction !== undefined) {
    if (startTransaction !== true) throw createInvalidOptionsError('Specifying startTransaction=false is not allowed.');
    if (autocommit === undefined) {
      throw createInvalidOptionsError("'startTransaction' field requires 'autocommit' field to also be specified");
    }
  }
  return { sessionKey, number, inTransaction: autocommit === false, starts: startTransaction === true };
}

function createInvalidOptionsError(message: string): CommandError {
  return new CommandError('InvalidOptions', message);
}

/** Key of a session: its id as text. Throws when `lsid` is not `{ id: UUID }`; what else a server has in it is refused. */
export function toSessionKey(lsid: unknown): string {
  if (!isDocument(lsid)) throw new CommandError('TypeMismatch', "BSON field 'lsid' must be an object");
  for (const field of Object.keys(lsid)) {
    if (field !== 'id') throw new CommandError('IDLUnknownField', `BSON field 'lsid.${field}' is an unknown field.`);
  }
  const { id } = lsid;
  if (id instanceof Binary && id.sub_type === Binary.SUBTYPE_UUID && id.position === 16) {
    return Buffer.from(id.value()).toString('hex');
  }
  throw new CommandError('TypeMismatch', "BSON field 'lsid.id' must be a UUID");
}
