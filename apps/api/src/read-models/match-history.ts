import type { Bet, BetOutcome, BetSummary, Decision } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent, EventOutcome, EventSummary } from '@coliseum/domain/event';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import type { Id } from '@coliseum/domain/id';
import type { MatchDate } from '@coliseum/domain/match-date';
import type { DecimalPrice } from '@coliseum/domain/price';

/** One answer, without its texts. */
export type HistoryAnswer = {
  readonly betId: Id;
  readonly agentId: Id;
  readonly decision: Decision;
  /** No answer: an abstention that the agent did not choose. */
  readonly automatic: boolean;
  readonly probability: DecimalPrice | null;
  readonly stakeCents: number;
  readonly pnlCents: number | null;
  readonly outcome: BetOutcome | null;
};

/** One match, without its long texts. */
export type HistoryEvent = {
  readonly id: Id;
  readonly ticker: string;
  readonly title: string;
  readonly question: string;
  readonly category: string;
  readonly matchNumber: number;
  readonly lockedPrice: DecimalPrice;
  readonly closeTime: Date;
  readonly status: ArenaEvent['status'];
  readonly outcome: EventOutcome | null;
  readonly settlementValue: DecimalPrice | null;
  readonly settledAt: Date | null;
  /** How often the event was amended. */
  readonly amendments: number;
  readonly answers: readonly HistoryAnswer[];
};

/** One committed match day. */
export type HistoryDay = {
  readonly batchId: Id;
  readonly date: MatchDate;
  readonly weekNumber: number;
  readonly personaName: string;
  readonly lockedAt: Date;
  readonly feeRule: FeeRule;
  readonly events: readonly HistoryEvent[];
};

/** All committed match days, oldest first. Immutable: a change makes a new value. */
export type MatchHistory = readonly HistoryDay[];

/** Builds a match day from its documents. */
export function toHistoryDay(
  batch: DailyBatch,
  events: readonly EventSummary[],
  bets: readonly BetSummary[],
): HistoryDay {
  const betsByEvent = Map.groupBy(bets, ({ eventId }) => eventId);
  return {
    batchId: batch.id,
    date: batch.date,
    weekNumber: batch.weekNumber,
    personaName: batch.personaName,
    lockedAt: batch.lockedAt,
    feeRule: batch.feeRule,
    events: events.map((event) => toHistoryEvent(event, betsByEvent.get(event.id) ?? [])),
  };
}

/** Builds a match from its documents. */
export function toHistoryEvent(event: EventSummary, bets: readonly BetSummary[]): HistoryEvent {
  return {
    id: event.id,
    ticker: event.kalshiTicker,
    title: event.title,
    question: event.question,
    category: event.category,
    matchNumber: event.matchNumber,
    lockedPrice: event.lockedPrice,
    closeTime: event.closeTime,
    status: event.status,
    outcome: event.outcome,
    settlementValue: event.settlementValue,
    settledAt: event.settledAt,
    amendments: event.amendments.length,
    answers: bets.map(toHistoryAnswer),
  };
}

function toHistoryAnswer(bet: BetSummary): HistoryAnswer {
  return {
    betId: bet.id,
    agentId: bet.agentId,
    decision: bet.decision,
    automatic: isAutomaticAbstention(bet),
    probability: bet.probability,
    stakeCents: bet.amountWageredCents,
    pnlCents: bet.pnlCents,
    outcome: bet.outcome,
  };
}

/** Whether the agent failed to answer, as opposed to choosing to pass. */
export function isAutomaticAbstention({ decision, abstainReason }: Pick<Bet, 'decision' | 'abstainReason'>): boolean {
  return decision === 'ABSTAIN' && abstainReason !== 'chosen';
}
