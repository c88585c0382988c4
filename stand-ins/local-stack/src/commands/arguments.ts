import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { getBsonType, type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { toNumber, toSafeInteger } from '../values/exact-number.ts';
import { createBadValueError, CommandError, createNotSupportedError } from '../wire/command-error.ts';
import { FIRST_BATCH } from './cursors.ts';

/** Source: manual, "MongoDB Limits and Thresholds", Namespace Length. */
const MAX_NAMESPACE_BYTES = 255;

/** The functions below read a field of a command. Each throws TypeMismatch or BadValue naming the field. */
export function readStringArgument(command: Document, name: string): string {
  const value = command[name];
  if (typeof value === 'string') return value;
  throw createTypeMismatchError(name, 'string', value);
}

export function readDocumentArgument(command: Document, name: string): Document {
  const value = command[name];
  if (value === undefined) return {};
  if (isDocument(value)) return value;
  throw createTypeMismatchError(name, 'object', value);
}

export function readDocumentsArgument(command: Document, name: string): readonly Document[] {
  const value = command[name];
  if (!Array.isArray(value)) throw createTypeMismatchError(name, 'array', value);
  return value.map((entry: unknown) => {
    if (isDocument(entry)) return entry;
    throw createTypeMismatchError(name, 'object', entry);
  });
}

export function readBooleanArgument(command: Document, name: string, fallback: boolean): boolean {
  const value = command[name];
  if (value === undefined) return fallback;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return toNumber(value) !== 0;
  throw createTypeMismatchError(name, 'bool', value);
}

/** Checks the type of fields that have no effect here. */
export function checkBooleans(command: Document, names: readonly string[]): void {
  for (const name of names) readBooleanArgument(command, name, false);
}

/** A whole number of at least 0. */
export function readCountArgument(command: Document, name: string): number | undefined {
  const value = command[name];
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) throw createTypeMismatchError(name, 'number', value);
  const count = toSafeInteger(value);
  if (count === undefined || count < 0) {
    throw new CommandError(
      'Location51024',
      `BSON field '${name}' value must be >= 0, actual value '${toNumber(value)}'`,
    );
  }
  return count;
}

/** The `batchSize` of the command's `cursor`, which has no other field. */
export function readBatchSizeArgument(command: Document): number {
  const cursor = readDocumentArgument(command, 'cursor');
  for (const field of Object.keys(cursor)) {
    if (field !== 'batchSize') {
      throw new CommandError('IDLUnknownField', `BSON field 'cursor.${field}' is an unknown field.`);
    }
  }
  return readCountArgument(cursor, 'batchSize') ?? FIRST_BATCH;
}

function createTypeMismatchError(name: string, expected: string, value: unknown): CommandError {
  return new CommandError(
    'TypeMismatch',
    `BSON field '${name}' is the wrong type '${getBsonType(value)}', expected type '${expected}'`,
  );
}

/** The name of the collection that a command names in its first field. */
export function readCollectionName(command: Document): string {
  const [value] = Object.values(command);
  if (typeof value !== 'string') throw new CommandError('InvalidNamespace', 'collection name has invalid type');
  if (value === '' || value.includes('\0') || value.includes('$') || value.startsWith('.') || value.endsWith('.')) {
    throw new CommandError('InvalidNamespace', `Invalid collection name: '${value}'`);
  }
  if (value.startsWith('system.')) {
    throw new CommandError('InvalidNamespace', `System collections are not supported by the local stack: '${value}'`);
  }
  if (Buffer.byteLength(`${String(command['$db'])}.${value}`) > MAX_NAMESPACE_BYTES) {
    throw new CommandError('InvalidNamespace', `Fully qualified namespace is too long: '${value}'`);
  }
  return value;
}

/** Refuses fields that MongoDB takes and the endpoint does not support, unless they are false or null. */
export function refuseFields(command: Document, names: readonly string[]): void {
  for (const name of names) {
    const value = command[name];
    if (value === undefined || value === false || value === null) continue;
    throw createNotSupportedError(`The field '${name}'`);
  }
}

/** Only the simple, binary collation is supported. */
export function checkCollation(command: Document): void {
  const collation = command['collation'];
  if (collation === undefined) return;
  if (isDocument(collation) && (collation['locale'] === 'simple' || Object.keys(collation).length === 0)) return;
  throw createNotSupportedError('A collation other than { locale: "simple" }');
}

/** A hint has to name an existing index. It has no further effect: every index finds the same documents. */
export function checkHint(command: Document, collection: CollectionDefinition | undefined): void {
  const hint = command['hint'];
  if (hint === undefined || collection === undefined || (isDocument(hint) && Object.keys(hint).length === 0)) {
    return;
  }
  if (isDocument(hint) && '$natural' in hint) {
    if (Object.keys(hint).length === 1 && toSafeInteger(hint['$natural']) === 1) return;
    throw createNotSupportedError('A hint to $natural other than { $natural: 1 }');
  }
  const index = collection.indexes.find(
    (candidate) =>
      candidate.name === hint || (isDocument(hint) && areValuesEqual(candidate.specification['key'], hint)),
  );
  if (index === undefined) {
    throw createBadValueError('error processing query: hint provided does not correspond to an existing index');
  }
  if (index.sparse || index.partialFilter !== undefined) {
    throw createNotSupportedError('A hint to a sparse or partial index');
  }
}
