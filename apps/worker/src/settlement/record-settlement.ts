import { ensurePresent } from '@coliseum/domain/assert';
import type { BetSettlement, PlacedBet } from '@coliseum/domain/bet';
import { buildRecordedEvent, type EventToRecord } from '@coliseum/domain/build-day-record';
import type { RecordedEvent } from '@coliseum/domain/day-record';

/** The record of an event that is settled, from its answers as they were placed and what each of them came to. */
export function recordSettlement(
  event: EventToRecord,
  answers: readonly PlacedBet[],
  settlements: readonly BetSettlement[],
): RecordedEvent {
  const settled = new Map(settlements.map((settlement) => [settlement.id, settlement]));
  const settledAnswers = answers.map((answer) => {
    const { pnlCents, feeCents } = ensurePresent(settled.get(answer.id), `settlement of bet ${answer.id}`);
    return { ...answer, pnlCents, feeCents };
  });
  return buildRecordedEvent(event, settledAnswers);
}
