import { z } from 'zod';
import { describeCount, describeInstant } from './fields.ts';

/** What the latest audit of the books came to. */
export const AuditView = z
  .object({
    status: z.enum(['green', 'red']).nullable().meta({
      description: 'green: everything could be derived again. red: something could not. null: not audited yet',
    }),
    audited_at: describeInstant('When everything had been read; null before the first audit').nullable(),
    duration_ms: describeCount('How long it took, in milliseconds; null before the first audit', 4_200).nullable(),
    problems: describeCount('Problems found: 0 when green; null before the first audit', 0).nullable(),
    checked: z
      .object({
        agents: describeCount('Balances that were derived from the ledger', 8),
        events: describeCount('Events whose outcomes were compared with their bets', 150),
        bets: describeCount('Answers that were settled again', 1_200),
        ledger_entries: describeCount('Ledger entries that were compared with their bets', 2_400),
        receipts: describeCount('Receipts that were computed again from the stored days', 30),
      })
      .nullable()
      .meta({ description: 'What was checked; null before the first audit' }),
  })
  .meta({ id: 'Audit', description: 'What the latest audit of the books came to' });
export type AuditView = z.infer<typeof AuditView>;
