import type { PnlExtremes } from '@coliseum/domain/amend-agent-bet';
import type { Bet, BetSettlement, BetSummary, PlacedBet } from '@coliseum/domain/bet';
import type { Id } from '@coliseum/domain/id';
import {
  BET_SUMMARY_FIELDS,
  fromBetRow,
  fromBetSummaryRow,
  fromPlacedBetRow,
  fromRecordedBetRow,
  PLACED_BET_FIELDS,
  RECORDED_BET_FIELDS,
  toBetDocument,
  type RecordedBet,
} from '../documents/bet-document.ts';
import { toBetSettlementChange } from '../documents/settlement-changes.ts';
import { fromInt64, mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { idIsNot, idIsIn } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { changeDocuments, insertDocuments, updateDocuments } from './write-documents.ts';

export type BetRepository = {
  /** One command. Throws `DATABASE_CONFLICT` when an agent already has an answer on the event. */
  insertMany(bets: readonly Bet[]): Promise<void>;
  /** Writes every field of the bets, in one command. Throws `NOT_FOUND` when one is missing. */
  updateMany(bets: readonly Bet[]): Promise<void>;
  /** Settles bets in one command, without sending their texts again. Throws `NOT_FOUND` when one is missing. */
  settleMany(settlements: readonly BetSettlement[]): Promise<void>;
  listByEvent(eventId: Id): Promise<Bet[]>;
  /** {@link BetRepository.listByEvent} without the texts. */
  listPlacedByEvent(eventId: Id): Promise<PlacedBet[]>;
  listByBatch(batchId: Id): Promise<Bet[]>;
  /** {@link BetRepository.listByBatch} with what the record of the day keeps. */
  listRecordedByBatch(batchId: Id): Promise<RecordedBet[]>;
  /** The bets of several batches, without their texts. */
  listSummariesByBatches(batchIds: readonly Id[]): Promise<BetSummary[]>;
  /** The most that an agent's settled bets won and lost, leaving out one bet. Reads its whole history on the server. */
  findExtremes(query: { readonly agentId: Id; readonly exceptBetId: Id }): Promise<PnlExtremes>;
  /** Every bet, oldest id first. */
  stream(): AsyncIterable<Bet>;
};

const COLLECTION = 'bets';

export function createBetRepository({ read, write }: Store): BetRepository {
  const { bets } = read;
  const selectByEvent = (eventId: Id) => bets.where({ event_id: eventId }).orderBy({ _id: 1 });
  return {
    insertMany: (items) => insertDocuments<'Bet'>(write, COLLECTION, items.map(toBetDocument)),
    updateMany: (items) => updateDocuments<'Bet'>(write, COLLECTION, items.map(toBetDocument)),
    settleMany: (settlements) => changeDocuments(write, COLLECTION, settlements.map(toBetSettlementChange)),
    listByEvent: (eventId) => collectRows(selectByEvent(eventId).all(), fromBetRow),
    listPlacedByEvent: (eventId) =>
      collectRows(
        selectByEvent(eventId)
          .select(...PLACED_BET_FIELDS)
          .all(),
        fromPlacedBetRow,
      ),
    listByBatch: (batchId) => collectRows(bets.where({ batch_id: batchId }).orderBy({ _id: 1 }).all(), fromBetRow),
    listRecordedByBatch: (batchId) =>
      collectRows(
        bets
          .where({ batch_id: batchId })
          .orderBy({ _id: 1 })
          .select(...RECORDED_BET_FIELDS)
          .all(),
        fromRecordedBetRow,
      ),
    listSummariesByBatches: (ids) =>
      collectRows(
        bets
          .where(idIsIn('batch_id', ids))
          .orderBy({ _id: 1 })
          .select(...BET_SUMMARY_FIELDS)
          .all(),
        fromBetSummaryRow,
      ),
    findExtremes: async ({ agentId, exceptBetId }) => {
      const others = bets.where({ agent_id: agentId, status: 'settled' }).where(idIsNot('_id', exceptBetId));
      const most = await others.orderBy({ pnl_cents: -1 }).select('pnl_cents').first();
      const least = await others.orderBy({ pnl_cents: 1 }).select('pnl_cents').first();
      return {
        largestWinCents: Math.max(0, mapOptional(most?.pnl_cents, fromInt64) ?? 0),
        largestLossCents: Math.min(0, mapOptional(least?.pnl_cents, fromInt64) ?? 0),
      };
    },
    stream: () => streamRows(bets.orderBy({ _id: 1 }).all(), fromBetRow),
  };
}
