import { ensurePresent } from '@coliseum/domain/assert';
import canonicalize from 'canonicalize';
import type { JsonValue } from '../export/to-record.ts';

/**
 * The one text of a JSON value (RFC 8785): keys sorted, numbers and strings in one form. Half a surrogate pair, which a
 * model may answer and no database keeps, becomes U+FFFD, as it does on the way into the database.
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
