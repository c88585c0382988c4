import { invariant } from '@coliseum/domain/assert';
import { measureRate } from '../measure-rate.ts';
import { type BetStore, NEWEST_COUNT } from './bet-store.ts';
import { toAgentId, toBetId, createSampleBet, createSampleBets } from './sample-bets.ts';

/** How much work each operation is given in one run. */
export type DriverPlan = {
  /** Bets that are there before anything is measured. */
  readonly stored: number;
  /** Times that each of the small operations runs. */
  readonly single: number;
  /** Times that each of the operations on many documents runs. */
  readonly many: number;
};

const BULK = 100;
const DAY_INSERTS = 60;
const DAY_UPDATES = 8;

/** In the order in which they are measured. */
export const operationNames = [
  'findOne by _id',
  `find newest ${NEWEST_COUNT} by index`,
  'updateOne',
  'insertOne',
  `insertMany of ${BULK}`,
  `transaction of ${DAY_INSERTS} inserts and ${DAY_UPDATES} updates`,
] as const;
type OperationName = (typeof operationNames)[number];

/** Operations per second, by name. Each operation runs a tenth of its times before it is measured. */
export async function measureStore(store: BetStore, plan: DriverPlan): Promise<Record<OperationName, number>> {
  const ids = createIds();
  for (let stored = 0; stored < plan.stored; stored += BULK) await store.insertMany(ids.nextBets(BULK));
  const toStoredId = (index: number) => toBetId((index * 7_919) % plan.stored);
  const measure = async (times: number, work: (index: number) => Promise<void>): Promise<number> => {
    await measureRate(Math.ceil(times / 10), work);
    return measureRate(times, work);
  };
  return {
    'findOne by _id': await measure(plan.single, async (index) => {
      invariant(await store.findById(toStoredId(index)), 'a stored bet is found');
    }),
    'find newest 20 by index': await measure(plan.single, async (index) => {
      invariant((await store.findNewestOfAgent(toAgentId(index))) === NEWEST_COUNT, 'an agent has many bets');
    }),
    updateOne: await measure(plan.single, async (index) => store.settleOne(toStoredId(index))),
    insertOne: await measure(plan.single, async () => store.insertOne(ids.nextBet())),
    'insertMany of 100': await measure(plan.many, async () => store.insertMany(ids.nextBets(BULK))),
    'transaction of 60 inserts and 8 updates': await measure(plan.many, async (index) => {
      const settled = Array.from({ length: DAY_UPDATES }, (_, offset) => toStoredId(index * DAY_UPDATES + offset));
      await store.commitDay(ids.nextBets(DAY_INSERTS), settled);
    }),
  };
}

function createIds() {
  let next = 0;
  return {
    nextBet: () => createSampleBet(next++),
    nextBets: (count: number) => {
      const bets = createSampleBets(next, count);
      next += count;
      return bets;
    },
  };
}
