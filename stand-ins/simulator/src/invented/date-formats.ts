import { ensurePresent } from '@coliseum/domain/assert';
import type { MatchDate } from '@coliseum/domain/match-date';
import { MatchDate as MatchDateSchema } from '@coliseum/domain/match-date';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const DATE_IN_TICKER = /-(\d{2})([A-Z]{3})(\d{2})/;

/** A date as Kalshi's tickers carry it: `2026-11-22` → `26NOV22`. */
export function formatTickerDate(date: MatchDate): string {
  const month = ensurePresent(months[Number(date.slice(5, 7)) - 1], 'month of a date');
  return `${date.slice(2, 4)}${month.toUpperCase()}${date.slice(8, 10)}`;
}

/** The date that a ticker carries, or null if it carries none. */
export function readTickerDate(ticker: string): MatchDate | null {
  const [, year = '', name = '', day = ''] = DATE_IN_TICKER.exec(ticker) ?? [];
  const month = months.findIndex((candidate) => candidate.toUpperCase() === name) + 1;
  const parsed = MatchDateSchema.safeParse(`20${year}-${String(month).padStart(2, '0')}-${day}`);
  return parsed.success ? parsed.data : null;
}

/** The UTC day of an instant in words: `Nov 22, 2026`. */
export function formatLongDate(instantMs: number): string {
  const date = new Date(instantMs);
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}
