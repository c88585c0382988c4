import { toRevisionUpdate } from '@coliseum/db/documents/arena-state-document';
import { toRecordedEvent } from '@coliseum/db/documents/day-record-document';
import { toLedgerEntryDocument } from '@coliseum/db/documents/ledger-entry-document';
import {
  toAccountChange,
  toBetSettlementChange,
  toEventSettlementFields,
} from '@coliseum/db/documents/settlement-changes';
import { toObjectId } from '@coliseum/db/documents/values';
import { ensurePresent } from '@coliseum/domain/assert';
import { isStakedBet } from '@coliseum/domain/bet';
import type { Settlement } from '@coliseum/payout/settle-bet';
import { recordSettlement } from '@coliseum/worker/settlement/record-settlement';
import { settleAbstentions, settleBets } from '@coliseum/worker/settlement/settle-bets';
import { toSettledEvent } from '@coliseum/worker/settlement/to-settled-event';
import { type AnyBulkWriteOperation, type Document, MongoClient, ObjectId } from 'mongodb';
import type { SampleBooks } from './sample-books.ts';
import type { SettlementSide } from './settlement-side.ts';

type DriverSideOptions = {
  readonly url: string;
  /** A database that holds the books. */
  readonly databaseName: string;
  readonly books: SampleBooks;
  /** What each event of the books pays. */
  readonly settlements: readonly Settlement[];
};

/**
 * The bare driver with every write worked out beforehand: the arena's inserts and updates, one transaction an event, and
 * nothing else. It reads nothing.
 */
export async function openDriverSide({
  url,
  databaseName,
  books,
  settlements,
}: DriverSideOptions): Promise<SettlementSide> {
  const client = await MongoClient.connect(url);
  const db = client.db(databaseName);
  const prepared = prepareWrites(books, settlements);
  const revision = toRevisionUpdate({ reason: 'event_settled', at: new Date() });
  const concerns = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;
  return {
    settle: async (index) => {
      const { event, entries, bets, accounts, record } = ensurePresent(prepared[index], 'writes');
      await client.withSession(async (session) => {
        await session.withTransaction(async () => {
          await db.collection('events').updateOne(event.filter, event.update, { session });
          await db.collection('ledger_entries').insertMany(entries, { session });
          await db.collection('bets').bulkWrite(bets, { session });
          await db.collection('agents').bulkWrite(accounts, { session });
          await db.collection('day_records').updateOne(record.filter, record.update, { session });
          await db.collection('arena_state').updateOne({}, revision, { session });
        }, concerns);
      });
    },
    close: () => client.close(),
  };
}

type PreparedWrites = {
  readonly event: { readonly filter: Document; readonly update: Document };
  readonly entries: Document[];
  readonly bets: AnyBulkWriteOperation[];
  readonly accounts: AnyBulkWriteOperation[];
  readonly record: { readonly filter: Document; readonly update: Document };
};

function prepareWrites(books: SampleBooks, settlements: readonly Settlement[]): PreparedWrites[] {
  const at = new Date();
  const accounts = new Map(books.agents.map((agent) => [agent.id, agent]));
  return books.events.map((event, index) => {
    const settlement = ensurePresent(settlements[index], 'settlement');
    const answers = books.bets.filter(({ eventId }) => eventId === event.id);
    const settled = settleBets({
      bets: answers.filter(isStakedBet),
      accounts: [...accounts.values()],
      settlement,
      at,
      newId: () => new ObjectId().toHexString(),
    });
    for (const { account } of settled.accounts) accounts.set(account.id, { ...account, history: [] });
    const ends = [...settled.bets, ...settleAbstentions(answers, at)];
    const after = toSettledEvent(event, settlement, at);
    const place = `events.${event.matchNumber - 1}`;
    return {
      event: {
        filter: { _id: toObjectId(event.id) },
        update: { $set: toEventSettlementFields(after) },
      },
      entries: settled.entries.map(toLedgerEntryDocument),
      bets: ends.map(toBetSettlementChange).map(toUpdate),
      accounts: settled.accounts.map(toAccountChange).map(toUpdate),
      record: {
        filter: { date: event.matchDate, [`${place}.event_id`]: toObjectId(event.id) },
        update: { $set: { [place]: toRecordedEvent(recordSettlement(after, answers, ends)) } },
      },
    };
  });
}

function toUpdate({ _id, update }: { readonly _id: ObjectId; readonly update: Document }): AnyBulkWriteOperation {
  return { updateOne: { filter: { _id }, update } };
}
