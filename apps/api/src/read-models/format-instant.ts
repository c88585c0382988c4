const EARLIEST = '0000-01-01T00:00:00.000Z';
const LATEST = '9999-12-31T23:59:59.999Z';

/**
 * An instant in ISO 8601. The database takes years beyond the four digits of that form: such an instant becomes the nearest
 * that the form has, so that one wrong value does not hide a whole page.
 */
export function formatInstant(at: Date): string {
  const ms = at.getTime();
  if (ms < Date.parse(EARLIEST)) return EARLIEST;
  return ms <= Date.parse(LATEST) ? at.toISOString() : LATEST;
}

/** {@link formatInstant} where nothing may stand instead: null too for an instant that the form does not have. */
export function formatInstantOrNull(at: Date | null): string | null {
  if (at === null || Number.isNaN(at.getTime())) return null;
  return formatInstant(at) === at.toISOString() ? at.toISOString() : null;
}
