import { RecordedRow } from '../recorded/recorded-row.ts';

/** A made-up recorded market: a game of 9 March 2026 at 22:00 UTC, quoted 40 to 44 cents a day before, won. */
export function buildRecordedRow(changes: Partial<Record<keyof RecordedRow, unknown>> = {}): RecordedRow {
  return RecordedRow.parse({
    ticker: 'KXTESTGAME-26MAR09AAABBB-AAA',
    event_ticker: 'KXTESTGAME-26MAR09AAABBB',
    title: 'Alphas vs Betas Winner?',
    close_time: '2026-03-09T22:00:00Z',
    close_time_basis: 'after_settlement',
    result: 'yes',
    price_24h_before_close: { yes_bid: 0.4, yes_ask: 0.44, at: '2026-03-08T22:00:00Z', hours_before_close: 24 },
    ...changes,
  });
}
