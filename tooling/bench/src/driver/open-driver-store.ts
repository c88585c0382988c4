import { attachOrSpawn } from '@coliseum/local-stack/attach-or-spawn';
import { MongoClient } from 'mongodb';
import { type BetStore, NEWEST_COUNT, settledFields } from './bet-store.ts';
import type { SampleBet } from './sample-bets.ts';

/** The official driver, speaking to a local stack in a process of its own. */
export async function openDriverStore(folder: string): Promise<BetStore> {
  const stack = await attachOrSpawn({ dataDir: folder, databaseOnly: true });
  const client = await MongoClient.connect(stack.mongodbUrl);
  const bets = client.db('bench').collection<SampleBet>('bets');
  await bets.createIndex({ agent_id: 1, created_at: 1 });
  return {
    insertOne: async (bet) => void (await bets.insertOne(bet)),
    insertMany: async (many) => void (await bets.insertMany(many)),
    findById: async (id) => (await bets.findOne({ _id: id })) !== null,
    findNewestOfAgent: async (agentId) => {
      const newest = bets.find({ agent_id: agentId }).sort({ created_at: -1 }).limit(NEWEST_COUNT);
      return (await newest.toArray()).length;
    },
    settleOne: async (id) => void (await bets.updateOne({ _id: id }, { $set: settledFields })),
    commitDay: async (many, settled) => {
      const updates = settled.map((_id) => ({ updateOne: { filter: { _id }, update: { $set: settledFields } } }));
      await client.withSession(async (session) => {
        await session.withTransaction(async () => {
          await bets.insertMany(many, { session });
          await bets.bulkWrite(updates, { session });
        });
      });
    },
    close: async () => {
      await client.close();
      await stack.close();
    },
  };
}
