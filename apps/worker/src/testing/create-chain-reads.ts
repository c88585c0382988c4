import type { ReceiptReads } from '../receipts/verify-receipts.ts';
import type { Chain } from './arbitrary-chain.ts';

/** The repositories' reads on arrays, in the same order as the repositories. */
export function createChainReads({ agents, personas, batches, events, bets, receipts }: Chain): ReceiptReads {
  return {
    agents: { list: async () => agents },
    batches: {
      findByDate: async (date) => batches.find((batch) => batch.date === date) ?? null,
      stream: () => streamItems(batches),
    },
    bets: { listByBatch: async (batchId) => bets.filter((bet) => bet.batchId === batchId) },
    events: { listByBatch: async (batchId) => events.filter((event) => event.batchId === batchId) },
    personas: { findByWeek: async (week) => personas.find(({ weekNumber }) => weekNumber === week) ?? null },
    receipts: { stream: () => streamItems(receipts.toSorted((a, b) => a.sequence - b.sequence)) },
  };
}

async function* streamItems<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
