import { type Document, isDocument } from '../values/bson-type.ts';
import { toNumber } from '../values/exact-number.ts';
import { CommandError, notSupported } from '../wire/command-error.ts';
import { genericFields } from './command.ts';

/** Refuses a field that the command does not know: accepted and ignored would be a silent mistake. */
export function checkFields(name: string, command: Document, known: readonly string[]): void {
  for (const field of Object.keys(command)) {
    if (field === name || known.includes(field) || genericFields.has(field)) continue;
    throw new CommandError('IDLUnknownField', `BSON field '${name}.${field}' is an unknown field.`);
  }
}

/**
 * One node that writes through to the disk meets every read concern a single-node set can,
 * and every write concern up to one node.
 */
export function checkConcerns(command: Document, inTransaction: boolean): void {
  const read = command['readConcern'];
  if (isDocument(read)) {
    for (const field of Object.keys(read)) {
      if (field !== 'level' && field !== 'afterClusterTime') throw notSupported(`readConcern.${field}`);
    }
    const { level = 'local' } = read;
    if (!['local', 'majority', 'available', 'snapshot', 'linearizable'].includes(String(level))) {
      throw new CommandError('FailedToParse', `Unknown readConcern level: ${String(level)}`);
    }
    if (level === 'snapshot' && !inTransaction) throw notSupported('readConcern "snapshot" outside a transaction');
  }
  const write = command['writeConcern'];
  if (!isDocument(write)) return;
  for (const field of Object.keys(write)) {
    if (['w', 'j', 'wtimeout', 'fsync', 'provenance'].includes(field)) continue;
    throw new CommandError('FailedToParse', `unrecognized write concern field: ${field}`);
  }
  const { w = 1 } = write;
  if (w !== 'majority' && !(toNumber(w) <= 1)) {
    throw new CommandError('UnsatisfiableWriteConcern', 'Not enough data-bearing nodes');
  }
}

/** Whether the write concern asks that the disk has the write before it is acknowledged. */
export function wantsJournal(command: Document): boolean {
  const write = command['writeConcern'];
  return isDocument(write) && write['j'] === true;
}
