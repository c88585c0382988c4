import { connectDatabase } from '@coliseum/db/connect';
import { invariant, ensurePresent } from '@coliseum/domain/assert';
import { systemClock } from '@coliseum/domain/clock';
import type { KalshiClient } from '@coliseum/kalshi/client';
import { createLogger } from '@coliseum/observability/logger';
import { settleEvent } from '@coliseum/worker/settlement/settle-event';
import type { SampleBooks } from './sample-books.ts';
import type { SettlementSide } from './settlement-side.ts';

type ArenaSideOptions = {
  readonly url: string;
  readonly databaseName: string;
  readonly books: SampleBooks;
  readonly kalshi: KalshiClient;
};

/** The arena's own settlement, `settleEvent`, on a migrated database that holds the books. */
export async function openArenaSide({ url, databaseName, books, kalshi }: ArenaSideOptions): Promise<SettlementSide> {
  const database = await connectDatabase({ url, databaseName });
  await database.migrate();
  await database.agents.insertMany(books.agents);
  for (const event of books.events) {
    await database.events.insertMany([event]);
    await database.bets.insertMany(books.bets.filter(({ eventId }) => eventId === event.id));
  }
  for (const record of books.records) await database.dayRecords.insert(record);
  const logger = createLogger({ level: 'silent', pretty: false });
  const context = { clock: systemClock, database, kalshi, logger };
  return {
    settle: async (index) => {
      const { status } = await settleEvent(context, ensurePresent(books.events[index], 'event').id);
      invariant(status === 'settled', 'every market is final, and no event is settled twice');
    },
    close: () => database.close(),
  };
}
