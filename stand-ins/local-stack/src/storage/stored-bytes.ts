import { serialize } from 'bson';
import type { Document } from '../values/bson-type.ts';

const storedBytes = Symbol('storedBytes');

type DocumentWithBytes = Document & { readonly [storedBytes]?: Uint8Array };

/** Lets a document remember the bytes it was read from. A copy does not: only what is unchanged is sent as it is stored. */
export function rememberBytes(document: Document, bytes: Uint8Array): Document {
  return Object.defineProperty(document, storedBytes, { value: bytes });
}

/** The document as BSON: the bytes it was read from, or written anew. */
export function toBytes(document: Document): Uint8Array {
  const { [storedBytes]: bytes }: DocumentWithBytes = document;
  return bytes ?? serialize(document, { ignoreUndefined: true });
}
