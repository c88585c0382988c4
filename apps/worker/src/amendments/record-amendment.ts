import { isStakedBet, type Bet } from '@coliseum/domain/bet';
import { buildRecordedEvent, type EventToRecord } from '@coliseum/domain/build-day-record';
import type { RecordedEvent } from '@coliseum/domain/day-record';

/** The record of an event after an amendment: its stakes as amended, and the answers without a stake as they were. */
export function recordAmendment(
  event: EventToRecord,
  answers: readonly Bet[],
  amendedStakes: readonly Bet[],
): RecordedEvent {
  return buildRecordedEvent(event, [...amendedStakes, ...answers.filter((answer) => !isStakedBet(answer))]);
}
