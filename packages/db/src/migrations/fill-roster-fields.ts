import { toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import type { AnyBulkWriteOperation, Db, ObjectId } from 'mongodb';
import { DEFAULT_FAMILIES } from '../seed/default-agents.ts';

const COLLECTION = 'agents';

type OlderAgent = { readonly _id: ObjectId; readonly roster_order: number; readonly created_at: Date };

/**
 * Gives agents of a version without dates their place in time: from the day they were entered, or from their first bet
 * where that is earlier; present; founding if they were entered with the first ones; of the family that has their place.
 * One line if there were any. Runs before the new validator is set.
 */
export async function fillRosterFields(db: Db, collection: string): Promise<string[]> {
  if (collection !== COLLECTION) return [];
  const agents = await db
    .collection<OlderAgent>(COLLECTION)
    .find({}, { projection: { roster_order: 1, created_at: 1, from: 1 } })
    .toArray();
  const older = agents.filter((agent) => !('from' in agent));
  if (older.length === 0) return [];
  const firstEntered = Math.min(...agents.map((agent) => agent.created_at.getTime()));
  const writes: AnyBulkWriteOperation<OlderAgent>[] = [];
  for (const agent of older) {
    const fields = {
      family: DEFAULT_FAMILIES[agent.roster_order - 1] ?? `family-${agent.roster_order}`,
      from: await findFirstDay(db, agent),
      until: null,
      founding: agent.created_at.getTime() === firstEntered,
    };
    writes.push({ updateOne: { filter: { _id: agent._id }, update: { $set: fields } } });
  }
  // The old validator, which is still set, does not know the fields.
  await db.collection<OlderAgent>(COLLECTION).bulkWrite(writes, { bypassDocumentValidation: true });
  return [`fill the roster's dates of ${older.length} documents of ${COLLECTION}`];
}

async function findFirstDay(db: Db, agent: OlderAgent): Promise<MatchDate> {
  const entered = toMatchDate(agent.created_at);
  const bets = db
    .collection<{ batch_id: ObjectId }>('bets')
    .find({ agent_id: agent._id }, { projection: { batch_id: 1 } });
  const batchIds = new Map<string, ObjectId>();
  for await (const { batch_id: id } of bets) batchIds.set(id.toHexString(), id);
  const [first] = await db
    .collection<{ date: MatchDate }>('daily_batches')
    .find({ _id: { $in: [...batchIds.values()] } }, { sort: { date: 1 }, limit: 1 })
    .toArray();
  return first !== undefined && first.date < entered ? first.date : entered;
}
