import type { MatchDate } from '@coliseum/domain/match-date';
import { draftAlert, type AlertDraft } from './alert-draft.ts';

/** Builds the alert about the Kalshi calls that failed on a date; null when none did. */
export function buildKalshiAlert(date: MatchDate, codes: readonly string[]): AlertDraft | null {
  if (codes.length === 0) return null;
  return draftAlert({
    kind: 'kalshi_errors',
    subject: date,
    title: `Kalshi calls failed on ${date}`,
    whatHappened: `${codes.length} calls failed after all retries: ${[...new Set(codes)].join(', ')}.`,
    impact:
      'Without a market list the day is skipped. A settlement is retried in an hour. A missing late quote is left out.',
    action:
      'Run "npm run arena -- doctor" to check Kalshi now. docs/errors.md explains each code. Further failures on this date are only logged.',
  });
}
