import { Binary } from 'bson';
import { type Document, isDocument } from '../values/bson-type.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';

/** The session and transaction fields of a command. */
export type SessionFields = {
  readonly sessionKey: string | undefined;
  readonly number: number | undefined;
  readonly inTransaction: boolean;
  readonly starts: boolean;
};

/** Reads the session fields of a command. Throws InvalidOptions where one field lacks another that it needs, or has the wrong value. */
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

/** The key of a session: its id as text. Throws when `lsid` is not `{ id: UUID }`; the other fields a server knows are refused. */
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
