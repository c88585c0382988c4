import { getBsonType, type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { toNumber, toSafeInteger } from '../values/exact-number.ts';
import { CommandError, commandErrorCodes, createNotSupportedError } from '../wire/command-error.ts';
import { readBooleanArgument } from './arguments.ts';
import type { CommandDefinition } from './command.ts';
import type { SessionFields } from './session-fields.ts';

const readLevels = ['local', 'majority', 'available', 'snapshot', 'linearizable'];
const transactionLevels = ['local', 'majority', 'snapshot'];

/** The most nodes a write concern may name: a replica set cannot have more. */
const MAX_NODES = 50;

/**
 * Refuses a concern that is malformed, or that the command does not take where it runs. One node that writes through
 * meets every read concern that a set of one node can; a write concern that it cannot meet is reported after the write.
 * Source: manual, "Read Concern", "Write Concern", and "Transactions" on both.
 */
export function checkConcerns(
  name: string,
  command: Document,
  kind: CommandDefinition['kind'],
  session: SessionFields,
): void {
  const level = readLevel(command['readConcern']);
  checkWriteConcern(command['writeConcern']);
  if (session.inTransaction) return checkInTransaction(command, level, session.starts);
  if (level === 'snapshot') throw createNotSupportedError('readConcern "snapshot" outside a transaction');
  if (kind !== 'read' && level !== undefined && level !== 'local') {
    throw new CommandError('InvalidOptions', `Command ${name} does not support readConcern { level: "${level}" }`);
  }
  if (command['writeConcern'] !== undefined && (kind === 'read' || kind === 'plain')) {
    throw new CommandError('InvalidOptions', `Command ${name} does not support writeConcern`);
  }
}

function checkInTransaction(command: Document, level: string | undefined, starts: boolean): void {
  if (command['writeConcern'] !== undefined) {
    throw new CommandError('InvalidOptions', 'writeConcern is not allowed within a multi-statement transaction');
  }
  if (command['readConcern'] === undefined) return;
  if (!starts) {
    throw new CommandError('InvalidOptions', 'Only the first command in a transaction may specify a readConcern');
  }
  if (level !== undefined && !transactionLevels.includes(level)) {
    throw new CommandError('InvalidOptions', `The readConcern level "${level}" is not allowed in a transaction`);
  }
}

/** The level of a read concern; undefined where none is given. */
export function readLevel(concern: unknown): string | undefined {
  if (concern === undefined) return undefined;
  if (!isDocument(concern)) throw createTypeMismatchError('readConcern', concern);
  for (const field of Object.keys(concern)) {
    if (field === 'atClusterTime') throw createNotSupportedError(`readConcern.${field}`);
    if (field === 'level' || field === 'afterClusterTime') continue;
    throw new CommandError('IDLUnknownField', `BSON field 'readConcern.${field}' is an unknown field.`);
  }
  const { level, afterClusterTime } = concern;
  if (afterClusterTime !== undefined && getBsonType(afterClusterTime) !== 'timestamp') {
    throw createTypeMismatchError('readConcern.afterClusterTime', afterClusterTime);
  }
  if (level === undefined) return undefined;
  if (typeof level !== 'string') throw createTypeMismatchError('readConcern.level', level);
  if (!readLevels.includes(level)) throw new CommandError('FailedToParse', `Unknown readConcern level: ${level}`);
  return level;
}

/** Only a transaction that reads at the level "local" may create. Source: manual, "Create Collections and Indexes in a Transaction". */
export function checkCreationLevel(name: string, level: string | undefined): void {
  if (level === undefined || level === 'local') return;
  throw new CommandError(
    'InvalidOptions',
    `Command ${name} does not support readConcern { level: "${level}" } in a transaction`,
  );
}

export function checkWriteConcern(concern: unknown): void {
  if (concern === undefined) return;
  if (!isDocument(concern)) throw createTypeMismatchError('writeConcern', concern);
  for (const field of Object.keys(concern)) {
    if (['w', 'j', 'wtimeout', 'fsync'].includes(field)) continue;
    throw new CommandError('FailedToParse', `unrecognized write concern field: ${field}`);
  }
  if (readBooleanArgument(concern, 'fsync', false) && readBooleanArgument(concern, 'j', false)) {
    throw new CommandError('FailedToParse', 'fsync and j options cannot be used together');
  }
  if (concern['wtimeout'] !== undefined && !isNumeric(concern['wtimeout'])) {
    throw new CommandError('FailedToParse', 'wtimeout must be a number');
  }
  checkNodes(concern['w'] ?? 1);
}

function checkNodes(w: unknown): void {
  if (typeof w === 'string') return;
  const nodes = isNumeric(w) ? toSafeInteger(w) : undefined;
  if (nodes === undefined || nodes < 0 || nodes > MAX_NODES) {
    throw new CommandError('FailedToParse', `w has to be a non-negative number and not greater than ${MAX_NODES}`);
  }
}

/**
 * The `writeConcernError` for a write concern that one node cannot meet. The write is done and stays: a server writes
 * first, and waits afterwards. Source: manual, "Write Concern".
 */
export function buildWriteConcernError(concern: unknown): Document | undefined {
  if (!isDocument(concern)) return undefined;
  const { w = 1, wtimeout = 0 } = concern;
  const errInfo = { writeConcern: { ...concern, w, wtimeout, provenance: 'clientSupplied' } };
  if (typeof w === 'string' && w !== 'majority') {
    const errmsg = `No write concern mode named '${w}' found in replica set configuration`;
    return { code: commandErrorCodes.UnknownReplWriteConcern, codeName: 'UnknownReplWriteConcern', errmsg, errInfo };
  }
  if (!isNumeric(w) || toNumber(w) <= 1) return undefined;
  const errmsg = 'Not enough data-bearing nodes';
  return { code: commandErrorCodes.UnsatisfiableWriteConcern, codeName: 'UnsatisfiableWriteConcern', errmsg, errInfo };
}

/** Whether the write has to be on disk before it is acknowledged. */
export function wantsJournal(command: Document): boolean {
  const write = command['writeConcern'];
  return isDocument(write) && (readBooleanArgument(write, 'j', false) || readBooleanArgument(write, 'fsync', false));
}

function createTypeMismatchError(name: string, value: unknown): CommandError {
  return new CommandError('TypeMismatch', `BSON field '${name}' is the wrong type '${getBsonType(value)}'`);
}
