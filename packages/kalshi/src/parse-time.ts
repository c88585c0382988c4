import { failure, success, type Result } from '@coliseum/domain/result';

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
/** Kalshi writes Go's zero time, the year 1, where it has none. */
const EARLIEST_MS = Date.UTC(1970, 0, 1);
const NO_TIME = /^0001-01-01T/;

/** The instant of an RFC 3339 time with 0 to 9 fractional digits, cut to milliseconds. Null when there is none. */
export function parseTime(text: string | null | undefined): Date | null {
  if (!text || !RFC3339.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || at.getTime() < EARLIEST_MS ? null : at;
}

/** The same for a time that decides something: null only where Kalshi says that it has none. */
export function parseTimeStrictly(text: unknown): Result<Date | null, 'not a time'> {
  if (text === null || text === undefined || text === '') return success(null);
  if (typeof text !== 'string') return failure('not a time');
  const at = parseTime(text);
  return at === null && !NO_TIME.test(text) ? failure('not a time') : success(at);
}
