import { draftAlert, type AlertDraft } from './alert-draft.ts';

/** A market whose finalized answer says two things at once. */
export type Contradiction = { readonly ticker: string; readonly reason: string };

/** Builds the alert about a market that contradicts itself: one for each market, however often it is asked. */
export function buildContradictionAlert({ ticker, reason }: Contradiction): AlertDraft {
  return draftAlert({
    kind: 'result_contradictory',
    subject: ticker,
    title: `Kalshi contradicts itself about ${ticker}`,
    whatHappened: reason,
    impact:
      'No money moves on it: stakes stay reserved, and what was settled stays as it was. The arena keeps asking and settles as soon as result and value agree.',
    action: `Look up ${ticker} at Kalshi, and tell Kalshi. If it is never made clear, "npm run arena -- void" returns the stakes. "npm run arena -- schedule" shows when it is asked next.`,
  });
}
