import type { Candidate, CandidateList } from '@coliseum/domain/candidate-list';
import { DAY_MS } from '@coliseum/domain/durations';

/** A market settled later than this after the lock of its day enters no score, so it is asked about no longer (scoring.md S2). */
export const LOOKED_UP_DAYS = 7;

/** Until when the control of a day is looked up. */
export function findEndOfLookUp(lockedAt: Date): Date {
  return new Date(lockedAt.getTime() + LOOKED_UP_DAYS * DAY_MS);
}

/** The markets that only the lot drew and that are still open. Those that were selected too are settled as events. */
export function findUndecided({ candidates, drawn }: Pick<CandidateList, 'candidates' | 'drawn'>): Candidate[] {
  const tickers = new Set(drawn);
  return candidates.filter(
    ({ ticker, status, settlement }) => tickers.has(ticker) && status !== 'selected' && settlement === null,
  );
}
