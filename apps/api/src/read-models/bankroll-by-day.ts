import { addDays, daysBetween, type MatchDate } from '@coliseum/domain/match-date';

/** The settled bankroll at the end of a UTC day. */
export type BankrollPoint = { readonly date: MatchDate; readonly bankrollCents: number };

/** Twenty years of days: more than an arena has, and no more than a page can show if one stored date is far off. */
const MOST_DAYS = 7_305;

/** Both days included. */
export type DayRange = { readonly first: MatchDate; readonly last: MatchDate };

/**
 * The settled bankroll at the end of every UTC day of a range, including days without a settlement, of more than
 * {@link MOST_DAYS} the latest. Postings before count on the first day. Empty without a range.
 */
export function computeBankrollByDay(
  startCents: number,
  range: DayRange | null,
  postings: readonly { readonly date: MatchDate; readonly cents: number }[],
): BankrollPoint[] {
  if (range === null) return [];
  const days = Math.min(daysBetween(range.first, range.last) + 1, MOST_DAYS);
  const firstShown = addDays(range.last, 1 - days);
  const changes = new Map<MatchDate, number>();
  for (const { date, cents } of postings) {
    const shown = date < firstShown ? firstShown : date;
    changes.set(shown, (changes.get(shown) ?? 0) + cents);
  }
  let bankrollCents = startCents;
  return Array.from({ length: days }, (_, day) => {
    const date = addDays(firstShown, day);
    bankrollCents += changes.get(date) ?? 0;
    return { date, bankrollCents };
  });
}
