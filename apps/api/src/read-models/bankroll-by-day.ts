import { addDays, daysBetween, type MatchDate } from '@coliseum/domain/match-date';

/** The settled bankroll at the end of a UTC day. */
export type BankrollPoint = { readonly date: MatchDate; readonly bankrollCents: number };

/**
 * The settled bankroll at the end of every UTC day from `firstDate` to `lastDate`, including days without a settlement.
 * All postings must lie in between. Empty if both dates are null.
 */
export function computeBankrollByDay(
  startCents: number,
  firstDate: MatchDate | null,
  lastDate: MatchDate | null,
  postings: readonly { readonly date: MatchDate; readonly cents: number }[],
): BankrollPoint[] {
  if (firstDate === null || lastDate === null) return [];
  const changes = new Map<MatchDate, number>();
  for (const { date, cents } of postings) changes.set(date, (changes.get(date) ?? 0) + cents);
  let bankrollCents = startCents;
  return Array.from({ length: daysBetween(firstDate, lastDate) + 1 }, (_, day) => {
    const date = addDays(firstDate, day);
    bankrollCents += changes.get(date) ?? 0;
    return { date, bankrollCents };
  });
}
