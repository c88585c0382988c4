import { AGENT_HISTORY_LENGTH, type AccountChange } from '@coliseum/domain/agent';
import type { BetSettlement } from '@coliseum/domain/bet';
import type { EventSettlement } from '@coliseum/domain/event';
import type { ModelName, StoredDocument } from '../contract/stored-document.ts';
import { toHistoryEntry, toStats } from './agent-document.ts';
import { toInt64, toObjectId } from './values.ts';

type StoredFields<Name extends ModelName> = Partial<StoredDocument<Name>>;

/** The stored fields that settling an event sets. */
export function toEventSettlementFields({
  outcome,
  settlementValue,
  settledAt,
  voidReason,
}: EventSettlement): StoredFields<'ArenaEvent'> {
  return {
    status: 'settled',
    outcome,
    settlement_value: settlementValue,
    settled_at: settledAt,
    void_reason: voidReason,
  };
}

/** The update that settles one bet, without sending its prompts and texts again. */
export function toBetSettlementChange({ id, outcome, pnlCents, feeCents, settledAt }: BetSettlement) {
  const $set: StoredFields<'Bet'> = {
    status: 'settled',
    outcome,
    pnl_cents: toInt64(pnlCents),
    fee_cents: toInt64(feeCents),
    settled_at: settledAt,
  };
  return { _id: toObjectId(id), update: { $set } };
}

/** The update that brings one agent's balances and counts up to date, and adds to its history. */
export function toAccountChange({ account, newHistory }: AccountChange) {
  const $set: StoredFields<'Agent'> = {
    current_bankroll_cents: toInt64(account.currentBankrollCents),
    reserved_cents: toInt64(account.reservedCents),
    total_pnl_cents: toInt64(account.totalPnlCents),
    stats: toStats(account.stats),
    updated_at: account.updatedAt,
  };
  const history = { $each: newHistory.map(toHistoryEntry), $slice: -AGENT_HISTORY_LENGTH };
  const update = newHistory.length === 0 ? { $set } : { $set, $push: { history } };
  return { _id: toObjectId(account.id), update };
}
