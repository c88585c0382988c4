import type { Chain } from '@coliseum/receipts/testing/arbitrary-chain';
import type { ReceiptReads } from '../receipts/verify-receipts.ts';

/** The repositories' reads on arrays, in the same order as the repositories. */
export function createChainReads(chain: Chain): ReceiptReads {
  const { agents, personas, batches, events, bets, receipts, runs, droppedCalls } = chain;
  return {
    agents: { list: async () => agents },
    batches: {
      findByDate: async (date) => batches.find((batch) => batch.date === date) ?? null,
      stream: () => streamItems(batches),
    },
    bets: { listByBatch: async (batchId) => bets.filter((bet) => bet.batchId === batchId) },
    events: { listByBatch: async (batchId) => events.filter((event) => event.batchId === batchId) },
    paidCalls: { listDropped: async (date) => droppedCalls.filter((call) => call.date === date) },
    personas: { findByWeek: async (week) => personas.find(({ weekNumber }) => weekNumber === week) ?? null },
    runs: { findByDate: async (date) => runs.find((run) => run.date === date) ?? null },
    receipts: { stream: () => streamItems(receipts.toSorted((a, b) => a.sequence - b.sequence)) },
  };
}

async function* streamItems<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
