import type { EventView } from '@coliseum/api/views/event-view';
import type { ReactElement } from 'react';

const SHOWN_DIGITS = 12;

/** The receipt of the match day, for anyone who wants to keep it; nothing for days older than receipts. */
export function ReceiptLine({ receipt }: Pick<EventView, 'receipt'>): ReactElement | null {
  if (receipt === null) return null;
  return (
    <p className="meta">
      Sealed before the close under receipt {receipt.sequence}:{' '}
      <code title={receipt.sha256}>{receipt.sha256.slice(0, SHOWN_DIGITS)}…</code>
    </p>
  );
}
