import type { FeeRule } from '@coliseum/domain/fee-rule';
import type { Id } from '@coliseum/domain/id';
import { computeSidePriceMicros, MICROS_PER_UNIT, toMicros } from '@coliseum/domain/price';
import type { Answer, MatchDay, Settlement } from '@coliseum/scoring/match-day';
import type { HistoryAnswer, HistoryDay, HistoryEvent } from '../match-history.ts';

/** A hundred billion dollars: a thousand of such amounts still add up exactly. */
const LARGEST_PAYOUT_CENTS = 10 ** 13;

/** A day as it is scored, and the events of the history in the order of its events. */
export type ScoredDay = { readonly day: MatchDay; readonly events: readonly HistoryEvent[] };

/**
 * A match day of the history as scores are computed from it. Its persona is the number of its week: two weeks of one
 * persona are two. An event whose stored price is certain can't have been played, and is left out.
 */
export function toScoredDay({ date, weekNumber, lockedAt, feeRule, events }: HistoryDay): ScoredDay {
  const played = events.filter(({ lockedPrice }) => isPlayable(toMicros(lockedPrice)));
  const answers = new Map<Id, (Answer | null)[]>();
  for (const [index, event] of played.entries()) {
    for (const answer of event.answers) {
      const row = answers.get(answer.agentId) ?? played.map(() => null);
      row[index] = toAnswer(answer, feeRule, toMicros(event.lockedPrice));
      answers.set(answer.agentId, row);
    }
  }
  const shared = { date, persona: String(weekNumber), lockedAt, feeRule, twins: null, candidates: null };
  return { day: { ...shared, answers, events: played.map(toMatchEvent) }, events: played };
}

function isPlayable(priceMicros: number): boolean {
  return priceMicros > 0 && priceMicros < MICROS_PER_UNIT;
}

function toAnswer(answer: HistoryAnswer, feeRule: FeeRule, priceMicros: number): Answer | null {
  const { automatic, probability, decision, stakeCents } = answer;
  if (probability === null || automatic) return null;
  const isStaked = decision !== 'ABSTAIN' && isPayable(stakeCents, computeSidePriceMicros(decision, priceMicros));
  const bet = isStaked ? { side: decision, stakeCents, feeRule } : null;
  return { probabilityMicros: toMicros(probability), bet };
}

/** Whether a bet can be settled at all: the database takes stakes and prices that together pay more than a number holds. */
function isPayable(stakeCents: number, sidePriceMicros: number): boolean {
  return stakeCents > 0 && (stakeCents * MICROS_PER_UNIT) / sidePriceMicros <= LARGEST_PAYOUT_CENTS;
}

function toMatchEvent(event: HistoryEvent): MatchDay['events'][number] {
  const { ticker, category, lockedPrice } = event;
  return { id: ticker, category, priceMicros: toMicros(lockedPrice), settlement: toSettlement(event) };
}

function toSettlement({ settledAt, settlementValue }: HistoryEvent): Settlement | null {
  if (settledAt === null) return null;
  if (settlementValue === null) return { kind: 'void', settledAt };
  return { kind: 'value', valueMicros: toMicros(settlementValue), settledAt };
}
