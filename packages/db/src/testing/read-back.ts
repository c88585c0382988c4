import { BSON, ObjectId } from 'mongodb';
import type { ModelName, StoredDocument, StoredRow } from '../contract/stored-document.ts';

/**
 * A document as Prisma reads it, or an older one with fields missing: ids as text and 64-bit integers as bigint,
 * but embedded documents as the driver reads them.
 */
export function readBack<Name extends ModelName>(document: Partial<StoredDocument<Name>>): StoredRow<Name> {
  const bytes = BSON.serialize(document);
  const exact: Record<string, unknown> = BSON.deserialize(bytes, { useBigInt64: true });
  const asDriverReads: Record<string, unknown> = BSON.deserialize(bytes);
  const fields = Object.entries(exact).map(([name, value]) => [name, decode(value, asDriverReads[name])]);
  return asRow<Name>(Object.fromEntries(fields));
}

function decode(exact: unknown, asDriverReads: unknown): unknown {
  if (typeof exact === 'bigint') return exact;
  if (Array.isArray(asDriverReads)) return asDriverReads.map((item) => decode(null, item));
  return asDriverReads instanceof ObjectId ? asDriverReads.toHexString() : asDriverReads;
}

/** Guaranteed by {@link readBack}: the value went through BSON from a document of the same model. */
function asRow<Name extends ModelName>(value: unknown): StoredRow<Name> {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return value as StoredRow<Name>;
}
