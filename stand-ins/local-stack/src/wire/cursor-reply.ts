import { Long, serialize } from 'bson';

/** A reply that is already BSON. */
export class EncodedReply {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export type CursorBatch = {
  readonly id: bigint;
  readonly namespace: string;
  readonly field: 'firstBatch' | 'nextBatch';
  readonly documents: readonly Uint8Array[];
};

const EMBEDDED_DOCUMENT = 3;
const ARRAY = 4;
const END = Buffer.of(0);

/**
 * Builds `{ cursor: { <field>: [...], id, ns }, ok: 1 }` around documents that are already BSON, so that they
 * are sent without being parsed and serialised again. Source: bsonspec.org.
 */
export function encodeCursorReply({ id, namespace, field, documents }: CursorBatch): EncodedReply {
  const elements = documents.flatMap((document, index) => [
    encodeElementHeader(EMBEDDED_DOCUMENT, String(index)),
    document,
  ]);
  const batch = wrapDocument(elements);
  const rest = serialize({ id: Long.fromBigInt(id), ns: namespace }).subarray(4, -1);
  const cursor = wrapDocument([encodeElementHeader(ARRAY, field), ...batch, rest]);
  const ok = serialize({ ok: 1 }).subarray(4, -1);
  return new EncodedReply(
    Buffer.concat(wrapDocument([encodeElementHeader(EMBEDDED_DOCUMENT, 'cursor'), ...cursor, ok])),
  );
}

/** The type byte and the name of an element. */
function encodeElementHeader(type: number, name: string): Uint8Array {
  return Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');
}

/** Wraps the elements of a document in its length and the closing zero byte. */
function wrapDocument(parts: readonly Uint8Array[]): Uint8Array[] {
  const header = Buffer.alloc(4);
  header.writeInt32LE(parts.reduce((sum, part) => sum + part.length, 5));
  return [header, ...parts, END];
}
