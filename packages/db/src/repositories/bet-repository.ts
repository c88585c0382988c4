import type { PnlExtremes } from '@coliseum/domain/amend-agent-bet';
import type { Bet, BetSettlement, PlacedBet } from '@coliseum/domain/bet';
import type { Id } from '@coliseum/domain/id';
import { fromBetRow, fromPlacedBetRow, PLACED_BET_FIELDS, toBetDocument } from '../documents/bet-document.ts';
import { toBetSettlementChange } from '../documents/settlement-changes.ts';
import { fromInt64, mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { idIsNot, idIsIn, isBefore, textIsIn, type PageCursor } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { changeDocuments, insertDocuments, updateDocuments } from './write-documents.ts';

export type BetRepository = {
  /** One command. Throws `DATABASE_CONFLICT` when an agent has an answer on the event already. */
  insertMany(bets: readonly Bet[]): Promise<void>;
  update(bet: Bet): Promise<void>;
  /** {@link BetRepository.update} of many in one command. */
  updateMany(bets: readonly Bet[]): Promise<void>;
  /** Settles bets in one command, without sending their texts again. Throws `NOT_FOUND` when one is missing. */
  settleMany(settlements: readonly BetSettlement[]): Promise<void>;
  listByEvent(eventId: Id): Promise<Bet[]>;
  /** {@link BetRepository.listByEvent} without the texts. */
  listPlacedByEvent(eventId: Id): Promise<PlacedBet[]>;
  listByBatch(batchId: Id): Promise<Bet[]>;
  listByBatches(batchIds: readonly Id[]): Promise<Bet[]>;
  /** All answers of an agent, abstentions too, newest first. */
  listByAgent(query: { readonly agentId: Id; readonly limit: number; readonly offset?: number }): Promise<Bet[]>;
  /**
   * The settled bets of an agent, money at stake, latest settlement first: the whole of the history of which its document
   * keeps the newest entries. `before`: the last bet of the page before this one.
   */
  listSettledByAgent(query: {
    readonly agentId: Id;
    readonly limit: number;
    readonly before?: PageCursor;
  }): Promise<Bet[]>;
  /** The most an agent's settled bets won and lost, one bet left out. Reads its whole history on the server. */
  findExtremes(query: { readonly agentId: Id; readonly exceptBetId: Id }): Promise<PnlExtremes>;
  /** Every bet, oldest id first. */
  stream(): AsyncIterable<Bet>;
};

const COLLECTION = 'bets';

export function createBetRepository({ read, write }: Store): BetRepository {
  const { bets } = read;
  const updateMany = (items: readonly Bet[]): Promise<void> =>
    updateDocuments<'Bet'>(write, COLLECTION, items.map(toBetDocument));
  const selectByEvent = (eventId: Id) => bets.where({ event_id: eventId }).orderBy({ _id: 1 });
  return {
    insertMany: (items) => insertDocuments<'Bet'>(write, COLLECTION, items.map(toBetDocument)),
    update: (bet) => updateMany([bet]),
    updateMany,
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
    listByBatches: (ids) => collectRows(bets.where(idIsIn('batch_id', ids)).orderBy({ _id: 1 }).all(), fromBetRow),
    listByAgent: ({ agentId, limit, offset = 0 }) => {
      const newestFirst = bets.where({ agent_id: agentId }).orderBy({ created_at: -1, _id: -1 });
      return collectRows(newestFirst.offset(offset).limit(limit).all(), fromBetRow);
    },
    listSettledByAgent: ({ agentId, limit, before }) => {
      const settled = bets.where({ agent_id: agentId, status: 'settled' }).where(textIsIn('decision', ['YES', 'NO']));
      const older = before === undefined ? settled : settled.where(isBefore('settled_at', before));
      return collectRows(older.orderBy({ settled_at: -1, _id: -1 }).limit(limit).all(), fromBetRow);
    },
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
