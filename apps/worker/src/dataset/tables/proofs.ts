import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const receiptColumns = [
  ...ofType('date', { date: 'The match day' }),
  ...ofType('string', { format: 'Form of the content' }),
  ...ofType('integer', { sequence: 'Place in the chain, from 1' }),
  ...ofType('string', {
    content_sha256: 'SHA-256 of what the receipt covers',
    previous_sha256: 'The receipt before; null for the first',
    sha256: 'SHA-256 of the receipt itself',
  }),
  ...ofType('datetime', { created_at: 'When the day was committed' }),
];

export const receipts: Table = {
  name: 'receipts',
  description: 'The receipt of each match day, chained',
  columns: receiptColumns,
  async *read({ reads }) {
    for await (const receipt of reads.receipts.stream()) yield toRow(receiptColumns, receipt);
  },
};

const ledgerColumns = [
  ...ofType('string', {
    key: 'What the entry is about; unique',
    kind: '`opening`, `reserve`, `settlement` or `reversal`',
    agent_id: 'The agent',
    bet_id: 'The bet',
    event_id: 'The event',
  }),
  ...ofType('integer', {
    equity_delta_cents: 'Change of the settled money, in US cents',
    reserved_delta_cents: 'Change of the reservation, in US cents',
    equity_after_cents: 'Settled money after it, in US cents',
    reserved_after_cents: 'Reservation after it, in US cents',
  }),
  ...ofType('datetime', { occurred_at: 'When it was posted' }),
];

export const ledgerEntries: Table = {
  name: 'ledger_entries',
  description: 'Every movement of every agent’s money',
  columns: ledgerColumns,
  async *read({ reads }) {
    for await (const entry of reads.ledger.stream()) yield toRow(ledgerColumns, entry);
  },
};

const outcomeReceiptColumns = [
  ...ofType('integer', { sequence: 'Place in the chain of outcomes, from 1' }),
  ...ofType('string', { event_id: 'The event' }),
  ...ofType('integer', { number: '0 for the settlement or void, n for the n-th amendment' }),
  ...ofType('string', {
    format: 'Form of the content',
    content_sha256: 'SHA-256 of what the posting fixed',
    previous_sha256: 'The one before; null for the first',
    sha256: 'SHA-256 of the outcome receipt itself',
  }),
  ...ofType('datetime', { created_at: 'When it was posted' }),
];

export const outcomeReceipts: Table = {
  name: 'outcome_receipts',
  description: 'The receipt of each settlement, void and amendment, chained',
  columns: outcomeReceiptColumns,
  async *read({ reads }) {
    for await (const receipt of reads.outcomeReceipts.stream()) yield toRow(outcomeReceiptColumns, receipt);
  },
};
