import { serialize } from 'bson';
import type { Document } from '../values/bson-type.ts';

const storedBytes = Symbol('storedBytes');

type DocumentWithBytes = Document & { readonly [storedBytes]?: Uint8Array };

/** Makes a document remember the bytes it was read from. A copy does not, so only an unchanged document is sent as it is stored. */
export function rememberBytes(document: Document, bytes: Uint8Array): Document {
  return Object.defineProperty(document, storedBytes, { value: bytes });
}

/** The document as BSON: the bytes it was read from, or newly serialised ones. */
export function toBytes(document: Document): Uint8Array {
  const { [storedBytes]: bytes }: DocumentWithBytes = document;
  return bytes ?? serialize(document, { ignoreUndefined: true });
}
