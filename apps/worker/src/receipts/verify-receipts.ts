import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import type { Receipt } from '@coliseum/domain/receipt';
import { checkContent, checkLink, type BrokenLink } from '@coliseum/receipts/check-link';
import { readDay, type DayReads } from '@coliseum/receipts/read-day';

export type VerifyReport = {
  readonly ok: boolean;
  /** Number of valid receipts, from the first one on. */
  readonly verified: number;
  /** Number of match days committed before receipts existed, which are not checked. */
  readonly earlierDays: number;
  /** The last valid receipt. Anyone who keeps its hash can later prove that nothing up to it has changed. */
  readonly head: Pick<Receipt, 'sequence' | 'date' | 'sha256'> | null;
  /** The first broken link. */
  readonly broken: BrokenLink | null;
};

/** The reads of the verification, which never writes. */
export type ReceiptReads = DayReads & {
  readonly agents: Pick<Repositories['agents'], 'list'>;
  readonly batches: Pick<Repositories['batches'], 'findByDate' | 'stream'>;
  readonly receipts: Pick<Repositories['receipts'], 'stream'>;
};

/**
 * Recomputes the chain of receipts from the stored match days, one day at a time, up to the first broken link. Writes
 * nothing. `onProgress` gets the number of verified match days and the total.
 */
export async function verifyReceipts(
  database: ReceiptReads,
  onProgress: (verified: number, total: number) => void,
): Promise<VerifyReport> {
  // Dates first: a day committed in the meantime is then only an extra receipt, not a day without one.
  const dates = await listDates(database);
  const agents = await database.agents.list();
  const receiptDates: string[] = [];
  let previous: Receipt | null = null;
  let broken: BrokenLink | null = null;
  for await (const receipt of database.receipts.stream()) {
    receiptDates.push(receipt.date);
    broken = checkLink(receipt, previous) ?? checkContent(receipt, await readDay(database, agents, receipt.date));
    if (broken !== null) break;
    previous = receipt;
    onProgress(receipt.sequence, dates.length);
  }
  const withReceipt = new Set(receiptDates);
  const bareDates = dates.filter((date) => !withReceipt.has(date));
  const [firstDate] = receiptDates;
  const earlierDays = bareDates.filter((date) => firstDate === undefined || date < firstDate).length;
  broken ??= buildMissingLink(bareDates[earlierDays]);
  const head = previous && { sequence: previous.sequence, date: previous.date, sha256: previous.sha256 };
  return { ok: broken === null, verified: previous?.sequence ?? 0, earlierDays, head, broken };
}

function buildMissingLink(date: string | undefined): BrokenLink | null {
  if (date === undefined) return null;
  const detail = 'The match day was committed without a receipt, or its receipt was deleted.';
  return { kind: 'receipt_missing', date, sequence: null, detail };
}

async function listDates({ batches }: ReceiptReads): Promise<string[]> {
  const dates: string[] = [];
  for await (const { date } of batches.stream()) dates.push(date);
  return dates.toSorted();
}
