import { z } from 'zod';

/** No page was published before; zeros stand for "unknown" in many a data set. */
const EARLIEST = Date.UTC(1000, 0);

/** A calendar date, and a time of day if one follows. */
const FORM =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;
const CalendarDate = z.iso.date();

/**
 * The date that a page claims for itself, in ISO 8601, UTC unless it says otherwise. Null for one that does not exist,
 * where `Date` would give the next one or a year of five digits. A claim about the future is still a claim.
 */
export function readDate(text: string | null | undefined): Date | null {
  const [, date, time, zone = 'Z'] = FORM.exec(text?.trim().slice(0, 40) ?? '') ?? [];
  if (date === undefined || !CalendarDate.safeParse(date).success) return null;
  const at = new Date(time === undefined ? date : `${date}T${time}${zone}`);
  const ms = at.getTime();
  return ms >= EARLIEST && at.getUTCFullYear() <= 9999 ? at : null;
}
