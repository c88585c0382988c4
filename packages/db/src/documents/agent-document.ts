import type { Agent, AgentAccount, AgentHistoryEntry, AgentStats } from '@coliseum/domain/agent';
import { BetResult, Side } from '@coliseum/domain/bet';
import { computeAverageBetCents, computeWinRate } from '@coliseum/domain/statistics';
import type { StoredDocument, StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { fromEmbeddedId, fromInt64, mapOptional, toDouble, toInt64, toObjectId } from './values.ts';

/** All fields but the history. */
export const ACCOUNT_FIELDS = [
  '_id',
  'name',
  'model_slug',
  'family',
  'display_color',
  'display_color_text',
  'avatar_initials',
  'roster_order',
  'from',
  'until',
  'founding',
  'starting_bankroll_cents',
  'current_bankroll_cents',
  'reserved_cents',
  'total_pnl_cents',
  'stats',
  'created_at',
  'updated_at',
] as const;

/** The agent as stored. `stats.win_rate` and `stats.avg_bet_size_cents` are derived, for people who look into the database. */
export function toAgentDocument(agent: Agent): StoredDocument<'Agent'> {
  return {
    _id: toObjectId(agent.id),
    name: agent.name,
    model_slug: agent.modelSlug,
    family: agent.family,
    display_color: agent.displayColor,
    display_color_text: agent.displayColorText,
    avatar_initials: agent.avatarInitials,
    roster_order: agent.rosterOrder,
    from: agent.from,
    until: agent.until,
    founding: agent.founding,
    starting_bankroll_cents: toInt64(agent.startingBankrollCents),
    current_bankroll_cents: toInt64(agent.currentBankrollCents),
    reserved_cents: toInt64(agent.reservedCents),
    total_pnl_cents: toInt64(agent.totalPnlCents),
    stats: toStats(agent.stats),
    history: agent.history.map(toHistoryEntry),
    created_at: agent.createdAt,
    updated_at: agent.updatedAt,
  };
}

export function fromAgentRow(row: StoredRow<'Agent'>): Agent {
  return { ...fromAccountRow(row), history: row.history.map(fromHistoryEntry) };
}

/** An agent that was read without its history. */
export function fromAccountRow(row: Pick<StoredRow<'Agent'>, (typeof ACCOUNT_FIELDS)[number]>): AgentAccount {
  return {
    id: row._id,
    name: row.name,
    modelSlug: row.model_slug,
    family: row.family,
    displayColor: row.display_color,
    displayColorText: row.display_color_text,
    avatarInitials: row.avatar_initials,
    rosterOrder: row.roster_order,
    from: row.from,
    until: row.until ?? null,
    founding: row.founding,
    startingBankrollCents: fromInt64(row.starting_bankroll_cents),
    currentBankrollCents: fromInt64(row.current_bankroll_cents),
    reservedCents: fromInt64(row.reserved_cents),
    totalPnlCents: fromInt64(row.total_pnl_cents),
    stats: fromStats(row.stats),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The counts, and the figures derived from them. */
export function toStats(stats: AgentStats): StoredValueObject<'AgentStats'> {
  return {
    total_bets: stats.totalBets,
    wins: stats.wins,
    losses: stats.losses,
    voids: stats.voids,
    evens: stats.evens,
    abstentions: stats.abstentions,
    no_answers: stats.noAnswers,
    staked_cents: toInt64(stats.stakedCents),
    largest_win_cents: toInt64(stats.largestWinCents),
    largest_loss_cents: toInt64(stats.largestLossCents),
    win_rate: mapOptional(computeWinRate(stats), toDouble),
    avg_bet_size_cents: mapOptional(computeAverageBetCents(stats), toInt64),
  };
}

function fromStats(stats: StoredRow<'Agent'>['stats']): AgentStats {
  return {
    totalBets: stats.total_bets,
    wins: stats.wins,
    losses: stats.losses,
    voids: stats.voids,
    evens: stats.evens,
    abstentions: stats.abstentions,
    noAnswers: stats.no_answers,
    stakedCents: fromInt64(stats.staked_cents),
    largestWinCents: fromInt64(stats.largest_win_cents),
    largestLossCents: fromInt64(stats.largest_loss_cents),
  };
}

/** A settled bet in its agent's history. */
export function toHistoryEntry(entry: AgentHistoryEntry): StoredValueObject<'AgentHistoryEntry'> {
  return {
    event_id: toObjectId(entry.eventId),
    bet_id: toObjectId(entry.betId),
    decision: entry.decision,
    amount_cents: toInt64(entry.amountCents),
    pnl_cents: toInt64(entry.pnlCents),
    result: entry.result,
    timestamp: entry.settledAt,
  };
}

function fromHistoryEntry(entry: StoredRow<'Agent'>['history'][number]): AgentHistoryEntry {
  return {
    eventId: fromEmbeddedId(entry.event_id),
    betId: fromEmbeddedId(entry.bet_id),
    decision: Side.parse(entry.decision),
    amountCents: fromInt64(entry.amount_cents),
    pnlCents: fromInt64(entry.pnl_cents),
    result: BetResult.parse(entry.result),
    settledAt: entry.timestamp,
  };
}
