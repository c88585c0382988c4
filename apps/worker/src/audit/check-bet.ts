import { isStakedBet, type Bet, type StakedBet } from '@coliseum/domain/bet';
import { MICROS_PER_UNIT, toMicros } from '@coliseum/domain/price';
import { computeReserveCents } from '@coliseum/payout/reserve';
import { settleBet, type SettledBet } from '@coliseum/payout/settle-bet';
import type { AuditedEvent, PostedOutcome } from './audited-event.ts';
import type { ExpectedEntry } from './check-entry.ts';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** The ledger entries that follow from a bet and the outcomes of its event, and the problems of its record. */
export type DerivedBet = { readonly entries: readonly ExpectedEntry[]; readonly problems: readonly Problem[] };

/** Derives a bet again: an abstention has no entries, a stake has a reservation and a settlement for each outcome. */
export function deriveBet(bet: Bet, event: AuditedEvent): DerivedBet {
  const sameEvent = [
    ...checkEqual(`bet ${bet.id}: batch`, bet.batchId, event.batchId),
    ...checkEqual(`bet ${bet.id}: price`, bet.lockedPriceAtBet, event.lockedPrice),
    ...checkEqual(`bet ${bet.id}: status`, bet.status, event.settledAt === null ? 'pending' : 'settled'),
    ...checkEqual(`bet ${bet.id}: settled`, bet.settledAt, event.settledAt),
  ];
  if (!isStakedBet(bet)) return { entries: [], problems: [...sameEvent, ...checkAbstention(bet, event)] };
  if (!isPossible(bet, event)) {
    const problem = `bet ${bet.id} stakes ${bet.amountWageredCents} cents at ${event.lockedPrice}, which is impossible`;
    return { entries: [], problems: [...sameEvent, problem] };
  }
  const reserved = computeReserveCents({
    stakeCents: bet.amountWageredCents,
    side: bet.decision,
    lockedPriceMicros: toMicros(event.lockedPrice),
    feeRule: bet.feeRule,
  });
  const ends = event.outcomes.map((outcome) => deriveSettledBet(bet, event, outcome));
  return {
    entries: [buildReservation(bet, reserved), ...buildPostings(event.outcomes, ends, reserved)],
    problems: [
      ...sameEvent,
      ...checkEqual(`bet ${bet.id}: reservation`, bet.reservedCents, reserved),
      ...checkEnd(bet, ends.at(-1)),
    ],
  };
}

/** False for a stake or price that no commit accepts and no payout can be computed for. */
function isPossible({ amountWageredCents }: StakedBet, { lockedPrice }: AuditedEvent): boolean {
  const priceMicros = toMicros(lockedPrice);
  return amountWageredCents > 0 && priceMicros > 0 && priceMicros < MICROS_PER_UNIT;
}

function deriveSettledBet(bet: StakedBet, { lockedPrice }: AuditedEvent, { settlement }: PostedOutcome): SettledBet {
  return settleBet({
    stakeCents: bet.amountWageredCents,
    side: bet.decision,
    lockedPriceMicros: toMicros(lockedPrice),
    feeRule: bet.feeRule,
    settlement,
  });
}

function buildReservation(bet: Bet, reservedDeltaCents: number): ExpectedEntry {
  return { kind: 'reserve', amendment: 0, equityDeltaCents: 0, reservedDeltaCents, occurredAt: bet.createdAt };
}

/** The first settlement, then for each later outcome a reversal and a new settlement. */
function buildPostings(
  outcomes: readonly PostedOutcome[],
  ends: readonly SettledBet[],
  reserved: number,
): ExpectedEntry[] {
  return outcomes.flatMap(({ at }, amendment): ExpectedEntry[] => {
    const about = { amendment, occurredAt: at };
    const pnlCents = ends[amendment]?.pnlCents ?? 0;
    const former = ends[amendment - 1];
    return [
      ...(former === undefined
        ? []
        : [
            {
              ...about,
              kind: 'reversal',
              equityDeltaCents: 0 - former.pnlCents,
              reservedDeltaCents: reserved,
            } as const,
          ]),
      { ...about, kind: 'settlement', equityDeltaCents: pnlCents, reservedDeltaCents: -reserved },
    ];
  });
}

/** Compares the record of a stake with its latest settlement; undefined while the event is open. */
function checkEnd(bet: Bet, end: SettledBet | undefined): Problem[] {
  return [
    ...checkEqual(`bet ${bet.id}: P&L`, bet.pnlCents, end?.pnlCents ?? null),
    ...checkEqual(`bet ${bet.id}: fee`, bet.feeCents, end?.feeCents ?? null),
    ...checkEqual(`bet ${bet.id}: outcome`, bet.outcome, end?.result ?? null),
  ];
}

function checkAbstention(bet: Bet, event: AuditedEvent): Problem[] {
  const expectedCents = event.settledAt === null ? null : 0;
  return [
    ...checkEqual(`bet ${bet.id}: stake`, bet.amountWageredCents, 0),
    ...checkEqual(`bet ${bet.id}: cap applied`, bet.capApplied, null),
    ...checkEqual(`bet ${bet.id}: reservation`, bet.reservedCents, 0),
    ...checkEqual(`bet ${bet.id}: P&L`, bet.pnlCents, expectedCents),
    ...checkEqual(`bet ${bet.id}: fee`, bet.feeCents, expectedCents),
    ...checkEqual(`bet ${bet.id}: outcome`, bet.outcome, event.settledAt === null ? null : 'ABSTAIN'),
  ];
}
