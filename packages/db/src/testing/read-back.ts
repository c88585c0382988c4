import { BSON, ObjectId } from 'mongodb';
import type { ModelName, StoredDocument, StoredRow } from '../contract/stored-document.ts';

/** The row Prisma reads of a document, or of an older one with fields missing: ids as text, 64-bit integers as bigint. */
export function readBack<Name extends ModelName>(document: Partial<StoredDocument<Name>>): StoredRow<Name> {
  const stored: unknown = BSON.deserialize(BSON.serialize(document), { useBigInt64: true });
  return asRow<Name>(idsAsText(stored));
}

/** Guaranteed by {@link readBack}: the value went through BSON from a document of the same model. */
function asRow<Name extends ModelName>(value: unknown): StoredRow<Name> {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return value as StoredRow<Name>;
}

function idsAsText(value: unknown): unknown {
  if (value instanceof ObjectId) return value.toHexString();
  if (Array.isArray(value)) return value.map(idsAsText);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, idsAsText(entry)]));
}
