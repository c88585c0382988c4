import { connectDatabase } from '@coliseum/db/connect';
import { ensurePresent } from '@coliseum/domain/assert';
import { systemClock } from '@coliseum/domain/clock';
import type { KalshiClient } from '@coliseum/kalshi/client';
import { attachOrSpawn } from '@coliseum/local-stack/attach-or-spawn';
import { toSettlement } from '@coliseum/worker/settlement/to-settlement';
import { toRatePerSecond } from '../measure-rate.ts';
import type { FinalMarkets } from './find-final-markets.ts';
import { openArenaSide } from './open-arena-side.ts';
import { openDriverSide } from './open-driver-side.ts';
import { createSampleBooks, type SampleBooks } from './sample-books.ts';
import type { SettlementSide } from './settlement-side.ts';

export const sideNames = ['settleEvent, asking', 'settleEvent', 'bare driver'] as const;
export type SideName = (typeof sideNames)[number];

type Exchange = { readonly kalshi: KalshiClient; readonly markets: FinalMarkets };

/** Bets settled per second by each side, on one local stack; each event is settled by all of them in turn. */
export async function measureSettlements(folder: string, exchange: Exchange): Promise<Record<SideName, number>> {
  const books = createSampleBooks(exchange.markets.tickers);
  const stack = await attachOrSpawn({ dataDir: folder, databaseOnly: true });
  const sides = await openSides(stack.mongodbUrl, books, exchange);
  try {
    const spentMs = { 'settleEvent, asking': 0, settleEvent: 0, 'bare driver': 0 };
    const warmUp = Math.ceil(books.events.length / 10);
    for (let index = 0; index < books.events.length; index += 1) {
      for (const name of sideNames) {
        const startedAt = performance.now();
        await sides[name].settle(index);
        if (index >= warmUp) spentMs[name] += performance.now() - startedAt;
      }
    }
    await compareBooks(stack.mongodbUrl);
    const bets = (books.events.length - warmUp) * books.agents.length;
    const computeRate = (name: SideName): number => toRatePerSecond(bets, spentMs[name]);
    return {
      'settleEvent, asking': computeRate('settleEvent, asking'),
      settleEvent: computeRate('settleEvent'),
      'bare driver': computeRate('bare driver'),
    };
  } finally {
    for (const name of sideNames) await sides[name].close();
    await stack.close();
  }
}

async function openSides(
  url: string,
  books: SampleBooks,
  { kalshi, markets }: Exchange,
): Promise<Record<SideName, SettlementSide>> {
  const answered: KalshiClient = { ...kalshi, getOutcome: (ticker) => Promise.resolve(markets.getOutcome(ticker)) };
  const settlements = books.events.map(({ kalshiTicker }) =>
    ensurePresent(toSettlement(markets.getOutcome(kalshiTicker), systemClock.now()), `what ${kalshiTicker} pays`),
  );
  // The bare driver finds the books as the arena has left them; it does not open a side of its own for that.
  await (await openArenaSide({ url, databaseName: 'driver', books, kalshi: answered })).close();
  return {
    'settleEvent, asking': await openArenaSide({ url, databaseName: 'asking', books, kalshi }),
    settleEvent: await openArenaSide({ url, databaseName: 'arena', books, kalshi: answered }),
    'bare driver': await openDriverSide({ url, databaseName: 'driver', books, settlements }),
  };
}

/** Both sides have to leave the same money behind, or they did not do the same work. */
async function compareBooks(url: string): Promise<void> {
  const balances = await Promise.all(
    ['asking', 'arena', 'driver'].map(async (databaseName) => {
      const database = await connectDatabase({ url, databaseName });
      const agents = await database.agents.list();
      const open = await database.events.listUnsettled();
      await database.close();
      return JSON.stringify([
        open.length,
        agents.map(({ history, updatedAt: _, ...agent }) => [
          agent,
          history.map(({ betId, pnlCents }) => [betId, pnlCents]),
        ]),
      ]);
    }),
  );
  if (new Set(balances).size !== 1) throw new Error('The sides of the settlement benchmark end with different books.');
}
