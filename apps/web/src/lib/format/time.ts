const DAY_MS = 86_400_000;

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

function formatPlain(format: Intl.DateTimeFormat, instant: Date): string {
  return format.format(instant).replace(',', '').replace('Sept', 'Sep');
}

/** A time of day: `21:40 UTC`. */
export function formatClock(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}

/** The day of a date or time: `Thu 19 Nov`. */
export function formatDay(iso: string): string {
  return formatPlain(DAY, new Date(iso));
}

/** The day of a date or time with its year: `19 Nov 2026`. */
export function formatDate(iso: string): string {
  return formatPlain(DAY_AND_YEAR, new Date(iso));
}

/** Time left: `2:14:09`, from a day up `1 d 4 h`, never below `0:00:00`. */
export function formatCountdown(leftMs: number): string {
  const seconds = Math.max(0, Math.floor(leftMs / 1000));
  const hours = Math.floor(seconds / 3600);
  if (leftMs >= DAY_MS) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${hours}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** How long something took: `11.4 s`, from two minutes up `5 min 00 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 120_000) return `${(durationMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
