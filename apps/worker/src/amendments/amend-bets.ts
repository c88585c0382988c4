import type { Agent } from '@coliseum/domain/agent';
import { amendAgentBet, type PnlExtremes } from '@coliseum/domain/amend-agent-bet';
import { ensurePresent } from '@coliseum/domain/assert';
import type { Bet, StakedBet } from '@coliseum/domain/bet';
import { buildLedgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { toMicros } from '@coliseum/domain/price';
import { settleBet, type Settlement } from '@coliseum/payout/settle-bet';

type AmendBetsInput = {
  /** The bets that carry money, as settled by the previous outcome. */
  readonly bets: readonly StakedBet[];
  readonly agents: readonly Agent[];
  readonly settlement: Settlement;
  /** Number of the amendment, from 1. */
  readonly amendment: number;
  /** For each agent with a stake: the largest win and loss of its other settled bets. */
  readonly getOtherExtremes: (agentId: string) => PnlExtremes;
  readonly at: Date;
  readonly newId: () => string;
};

export type AmendedBets = {
  readonly bets: readonly Bet[];
  readonly agents: readonly Agent[];
  readonly entries: readonly LedgerEntry[];
};

/**
 * Settles every stake on an event again by its new outcome: one entry reverses the previous settlement, another posts
 * the new one, and existing entries are never changed. Pure.
 */
export function amendBets({
  bets,
  agents,
  settlement,
  amendment,
  getOtherExtremes,
  at,
  newId,
}: AmendBetsInput): AmendedBets {
  const current = new Map(agents.map((agent) => [agent.id, agent]));
  const amended: Bet[] = [];
  const entries: LedgerEntry[] = [];
  for (const bet of bets) {
    const { pnlCents, feeCents, result } = settleBet({
      stakeCents: bet.amountWageredCents,
      side: bet.decision,
      lockedPriceMicros: toMicros(bet.lockedPriceAtBet),
      feeRule: bet.feeRule,
      settlement,
    });
    const before = ensurePresent(current.get(bet.agentId), `agent of bet ${bet.id}`);
    const after = amendAgentBet(before, bet, { pnlCents, result, otherExtremes: getOtherExtremes(bet.agentId), at });
    current.set(after.id, after);
    amended.push({ ...bet, outcome: result, pnlCents, feeCents });
    const [reversal, posting] = buildEntries(bet, { before, after, amendment, at });
    entries.push({ id: newId(), ...reversal }, { id: newId(), ...posting });
  }
  const touched = new Set(entries.map(({ agentId }) => agentId));
  return { bets: amended, agents: [...current.values()].filter(({ id }) => touched.has(id)), entries };
}

type AgentAmendment = { readonly before: Agent; readonly after: Agent; readonly amendment: number; readonly at: Date };
type NewEntry = Omit<LedgerEntry, 'id'>;

/** The entry that reverses the previous settlement, and the one that posts the new settlement. */
function buildEntries(bet: StakedBet, { before, after, amendment, at }: AgentAmendment): readonly [NewEntry, NewEntry] {
  const formerCents = ensurePresent(bet.pnlCents, `P&L of settled bet ${bet.id}`);
  const about = { agentId: bet.agentId, betId: bet.id, eventId: bet.eventId, batchId: bet.batchId, occurredAt: at };
  const reversedCents = before.currentBankrollCents - formerCents;
  return [
    {
      ...about,
      key: buildLedgerKey('reversal', bet.id, amendment),
      kind: 'reversal',
      equityDeltaCents: reversedCents - before.currentBankrollCents,
      reservedDeltaCents: bet.reservedCents,
      equityAfterCents: reversedCents,
      reservedAfterCents: before.reservedCents + bet.reservedCents,
    },
    {
      ...about,
      key: buildLedgerKey('settlement', bet.id, amendment),
      kind: 'settlement',
      equityDeltaCents: after.currentBankrollCents - reversedCents,
      reservedDeltaCents: -bet.reservedCents,
      equityAfterCents: after.currentBankrollCents,
      reservedAfterCents: before.reservedCents,
    },
  ];
}
