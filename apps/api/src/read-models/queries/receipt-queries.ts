import { readFormat } from '@coliseum/receipts/check-link';
import { readDay } from '@coliseum/receipts/read-day';
import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildReceiptContent } from '../receipt-content.ts';

type ReceiptQueries = Pick<ArenaQueries, 'receiptByDate'>;

/** The queries about receipts. */
export function createReceiptQueries({ reads }: ArenaSource): ReceiptQueries {
  return {
    receiptByDate: async (date) => {
      const [receipt] = await reads.receipts.listByDates([date]);
      const format = receipt && readFormat(receipt);
      if (!receipt || !format) return null;
      const day = await readDay(reads, await reads.agents.list(), date);
      return day && buildReceiptContent(receipt, format, day);
    },
  };
}
