import type { MatchDate } from '@coliseum/domain/match-date';
import { draftAlert, type AlertDraft } from './alert-draft.ts';

/** What an operator has to be told about calls of Kalshi that failed on a date; null when none did. */
export function buildKalshiAlert(date: MatchDate, codes: readonly string[]): AlertDraft | null {
  if (codes.length === 0) return null;
  return draftAlert({
    kind: 'kalshi_errors',
    subject: date,
    title: `Kalshi did not answer as it should on ${date}`,
    whatHappened: `${codes.length} calls failed after their retries: ${[...new Set(codes)].join(', ')}`,
    impact:
      'what was asked for is missing for now: a market list skips the day, a settlement waits an hour, a late quote is left out.',
    action:
      '"npm run arena -- doctor" asks Kalshi now. docs/errors.md explains each code. Further failures of the date are only logged.',
  });
}
