import { ensurePresent } from '@coliseum/domain/assert';
import type { JsonValue } from '@coliseum/domain/to-record';
import canonicalize from 'canonicalize';

/**
 * The canonical text of a JSON value (RFC 8785): sorted keys, one form for numbers and strings. A lone surrogate, which a
 * model may answer, becomes U+FFFD, as it does when it is stored in the database.
 */
export function toCanonicalJson(value: JsonValue): string {
  return ensurePresent(canonicalize(toWellFormed(value)), 'canonical form');
}

function toWellFormed(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.toWellFormed();
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(toWellFormed);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), toWellFormed(inner)]));
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
