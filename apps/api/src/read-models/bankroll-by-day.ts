import { addDays, daysBetween, type MatchDate } from '@coliseum/domain/match-date';

/** The settled bankroll at the end of a UTC day. */
export type BankrollPoint = { readonly date: MatchDate; readonly bankrollCents: number };

/**
 * The settled bankroll at the end of every UTC day from `firstDate` to `lastDate`, days without a settlement too.
 * Postings outside count on the nearest of these days; both dates null give nothing.
 */
export function bankrollByDay(
  startCents: number,
  firstDate: MatchDate | null,
  lastDate: MatchDate | null,
  postings: readonly { readonly date: MatchDate; readonly cents: number }[],
): BankrollPoint[] {
  if (firstDate === null || lastDate === null) return [];
  const dayCount = daysBetween(firstDate, lastDate) + 1;
  const changes = Array.from({ length: dayCount }, () => 0);
  for (const { date, cents } of postings) {
    const day = Math.min(Math.max(daysBetween(firstDate, date), 0), dayCount - 1);
    changes[day] = (changes[day] ?? 0) + cents;
  }
  let bankrollCents = startCents;
  return changes.map((change, day) => {
    bankrollCents += change;
    return { date: addDays(firstDate, day), bankrollCents };
  });
}
