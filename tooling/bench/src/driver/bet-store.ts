import type { ObjectId } from 'mongodb';
import type { SampleBet } from './sample-bets.ts';

/** The operations that are measured, the same work on both sides. A change is durable when the promise is fulfilled. */
export type BetStore = {
  readonly insertOne: (bet: SampleBet) => Promise<void>;
  readonly insertMany: (bets: readonly SampleBet[]) => Promise<void>;
  /** Whether the bet is there; it is read in full. */
  readonly findById: (id: ObjectId) => Promise<boolean>;
  /** How many of an agent's newest bets were found, 20 at most, each read in full. Served by an index. */
  readonly findNewestOfAgent: (agentId: ObjectId) => Promise<number>;
  /** Sets a bet's status and result. */
  readonly settleOne: (id: ObjectId) => Promise<void>;
  /** Inserts the bets and settles others, all of it or nothing. */
  readonly commitDay: (bets: readonly SampleBet[], settled: readonly ObjectId[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How a store is opened on an empty folder. */
export type OpenBetStore = (folder: string) => Promise<BetStore>;

/** What a settled bet's document gets. */
export const settledFields = { status: 'settled', pnl_cents: 12_345 } as const;

export const NEWEST_COUNT = 20;
