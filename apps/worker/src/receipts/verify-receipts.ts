import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import type { Agent } from '@coliseum/domain/agent';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { Receipt } from '@coliseum/domain/receipt';
import { checkContent, checkLink, type BrokenLink, type StoredDay } from './check-link.ts';

export type VerifyReport = {
  readonly ok: boolean;
  /** Receipts that hold, from the first on. */
  readonly verified: number;
  /** Match days that were committed before receipts were kept: nothing is said about them. */
  readonly earlierDays: number;
  /** The last receipt that holds; whoever keeps its hash can prove later that nothing up to it was changed. */
  readonly head: Pick<Receipt, 'sequence' | 'date' | 'sha256'> | null;
  /** The first link that does not hold. */
  readonly broken: BrokenLink | null;
};

/** What is read to verify; nothing is written. */
export type ReceiptReads = {
  readonly agents: Pick<Repositories['agents'], 'list'>;
  readonly batches: Pick<Repositories['batches'], 'findByDate' | 'stream'>;
  readonly bets: Pick<Repositories['bets'], 'listByBatch'>;
  readonly events: Pick<Repositories['events'], 'listByBatch'>;
  readonly personas: Pick<Repositories['personas'], 'findByWeek'>;
  readonly receipts: Pick<Repositories['receipts'], 'stream'>;
};

/**
 * Recomputes the chain of receipts from the match days as they are now, a day at a time, up to the first link that does
 * not hold. Changes nothing. `onProgress` is told how many match days have been verified, of how many.
 */
export async function verifyReceipts(
  database: ReceiptReads,
  onProgress: (verified: number, total: number) => void,
): Promise<VerifyReport> {
  // Days first: one that is committed meanwhile then has a receipt without being looked for.
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
  const detail = 'The match day was committed without a receipt, or somebody took it out.';
  return { kind: 'receipt_missing', date, sequence: null, detail };
}

async function listDates({ batches }: ReceiptReads): Promise<string[]> {
  const dates: string[] = [];
  for await (const { date } of batches.stream()) dates.push(date);
  return dates.toSorted();
}

/** The day with all that its receipt covers, or null where there is no such day. */
async function readDay(database: ReceiptReads, agents: readonly Agent[], date: string): Promise<StoredDay | null> {
  const batch: DailyBatch | null = await database.batches.findByDate(date);
  if (batch === null) return null;
  const persona = await database.personas.findByWeek(batch.weekNumber);
  const events = await database.events.listByBatch(batch.id);
  const bets = await database.bets.listByBatch(batch.id);
  return { batch, persona, events, bets, agents };
}
