import type { AccountChange, AgentAccount } from '@coliseum/domain/agent';
import { ensurePresent } from '@coliseum/domain/assert';
import { isStakedBet, type BetSettlement, type PlacedBet, type StakedBet } from '@coliseum/domain/bet';
import { buildLedgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { toMicros } from '@coliseum/domain/price';
import { toHistoryEntry, settleAccountBet } from '@coliseum/domain/statistics';
import { settleBet, type Settlement } from '@coliseum/payout/settle-bet';

export type SettledBets = {
  readonly bets: readonly BetSettlement[];
  readonly accounts: readonly AccountChange[];
  readonly entries: readonly LedgerEntry[];
};

type SettleBetsInput = {
  readonly bets: readonly StakedBet<PlacedBet>[];
  readonly accounts: readonly AgentAccount[];
  readonly settlement: Settlement;
  readonly at: Date;
  readonly newId: () => string;
};

/**
 * Settles all stakes on one event. Returns the settled bets, the changed accounts and one ledger entry per stake. Pure.
 */
export function settleBets({ bets, accounts, settlement, at, newId }: SettleBetsInput): SettledBets {
  const current = new Map(accounts.map((account) => [account.id, account]));
  const settled: BetSettlement[] = [];
  const changes: AccountChange[] = [];
  const entries: LedgerEntry[] = [];
  for (const bet of bets) {
    const { pnlCents, feeCents, result } = settleBet({
      stakeCents: bet.amountWageredCents,
      side: bet.decision,
      lockedPriceMicros: toMicros(bet.lockedPriceAtBet),
      feeRule: bet.feeRule,
      settlement,
    });
    const stake = { pnlCents, result, at };
    const account = settleAccountBet(ensurePresent(current.get(bet.agentId), `agent of bet ${bet.id}`), bet, stake);
    current.set(account.id, account);
    changes.push({ account, newHistory: [toHistoryEntry(bet, stake)] });
    settled.push({ id: bet.id, outcome: result, pnlCents, feeCents, settledAt: at });
    entries.push({ id: newId(), ...buildSettlementEntry(bet, account, pnlCents, at) });
  }
  return { bets: settled, accounts: changes, entries };
}

/** Settles the abstentions on an event, which move no money. */
export function settleAbstentions(answers: readonly PlacedBet[], at: Date): BetSettlement[] {
  return answers
    .filter((answer) => !isStakedBet(answer))
    .map(({ id }) => ({ id, outcome: 'ABSTAIN', pnlCents: 0, feeCents: 0, settledAt: at }));
}

function buildSettlementEntry(
  bet: StakedBet<PlacedBet>,
  account: AgentAccount,
  pnlCents: number,
  at: Date,
): Omit<LedgerEntry, 'id'> {
  return {
    key: buildLedgerKey('settlement', bet.id),
    kind: 'settlement',
    agentId: account.id,
    betId: bet.id,
    eventId: bet.eventId,
    batchId: bet.batchId,
    equityDeltaCents: pnlCents,
    reservedDeltaCents: -bet.reservedCents,
    equityAfterCents: account.currentBankrollCents,
    reservedAfterCents: account.reservedCents,
    occurredAt: at,
  };
}
