import { MongoClient } from 'mongodb';

/**
 * A process that counts a document up: `count-up.ts <url> <database> <collection> <times>`. Each step reads
 * and writes in one transaction, so a step lost to another process shows in the final count.
 */
const [url = '', database = '', collection = '', times = '0'] = process.argv.slice(2);
const client = await MongoClient.connect(url);
const counters = client.db(database).collection<{ _id: string; n: number }>(collection);
for (let step = 0; step < Number(times); step += 1) {
  await client.withSession((session) =>
    session.withTransaction(async () => {
      const { n } = (await counters.findOne({ _id: 'counter' }, { session })) ?? { n: Number.NaN };
      await counters.updateOne({ _id: 'counter' }, { $set: { n: n + 1 } }, { session });
    }),
  );
}
await client.close();
